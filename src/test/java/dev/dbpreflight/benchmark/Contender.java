package dev.dbpreflight.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that reads the schema of a PostgreSQL database and writes it to a file.
 *
 * @param rounds how often it is measured: the fast ones alternate, the slow ones run once
 */
record Contender(String name, List<String> command, int rounds) {

  /** Where the database is, in the words that each program wants. */
  record Target(String host, int port, String database, String user) {

    String url() {
      return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    String jdbc() {
      return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }
  }

  static Contender dbpreflight(Target target, Path folder, int rounds) {
    List<String> command =
        List.of(
            Path.of("dbpreflight").toAbsolutePath().toString(),
            "snapshot",
            target.url(),
            "-v",
            "-o",
            folder.resolve("dbpreflight.json").toString());
    return new Contender("dbpreflight snapshot", command, rounds);
  }

  static Contender pgDump(Target target, Path program, Path folder, int rounds) {
    List<String> command =
        List.of(
            program.toString(),
            "--schema-only",
            "--dbname=" + target.url(),
            "--file=" + folder.resolve("pg_dump.sql"));
    return new Contender("pg_dump --schema-only", command, rounds);
  }

  static Contender liquibase(Target target, Path folder) {
    // A chain of foreign keys is walked by recursion, which the usual stack is too small for.
    List<String> command =
        java("-Xss512m", "liquibase.integration.commandline.LiquibaseCommandLine");
    command.addAll(
        List.of(
            "--show-banner=false",
            "--log-level=severe",
            "--output-file=" + folder.resolve("liquibase.json"),
            "snapshot",
            "--snapshot-format=json",
            "--url=" + target.jdbc(),
            "--username=" + target.user(),
            "--password=none"));
    return new Contender("Liquibase snapshot", command, 1);
  }

  static Contender schemaCrawler(Target target, Path folder) {
    List<String> command = java("-Xss8m", "schemacrawler.Main");
    command.addAll(
        List.of(
            "--server=postgresql",
            "--host=" + target.host(),
            "--port=" + target.port(),
            "--database=" + target.database(),
            "--user=" + target.user(),
            "--password=none",
            "--info-level=standard",
            "--command=schema",
            "--output-format=text",
            "--output-file=" + folder.resolve("schemacrawler.txt")));
    return new Contender("SchemaCrawler schema", command, 1);
  }

  private static List<String> java(String option, String program) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            program));
  }
}
