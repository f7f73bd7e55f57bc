package dev.dbpreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.report.HostileNames;
import dev.dbpreflight.report.TextContract;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that a database can give a name has a hostile one; and whatever a command writes, in
 * any format and to any place, is harmless, and no defect.
 */
class HostileNamesIT {
  private static final List<String> NAMES =
      Stream.concat(
              HostileNames.ALL.stream(),
              Stream.of(
                  "%n%s%d%1$s%", "${env}", "a\\b\\", "it's \"it\"", "'; drop table users; --"))
          .filter(name -> !name.isEmpty())
          .map(HostileNamesIT::thatFits)
          .toList();

  @TempDir private Path folder;

  /** What PostgreSQL can hold: 63 bytes. */
  private static String thatFits(String name) {
    String cut = name;
    while (cut.getBytes(UTF_8).length > 60) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String tables(String schema) {
    StringBuilder script = new StringBuilder();
    for (String name : NAMES) {
      String n = quoted(name);
      String table = schema.isEmpty() ? n : schema + "." + n;
      script.append(
          "create table %1$s (%2$s integer, %3$s integer check (%2$s > 0), constraint %4$s unique (%2$s));\n"
              .formatted(table, n, quoted(name + "2"), quoted(name + "3")));
    }
    return script.toString();
  }

  private static String historyTable(String schema) {
    return "create table " + schema + "alembic_version (version_num varchar(300));\n";
  }

  private static String history(String schema) {
    StringBuilder script = new StringBuilder(historyTable(schema));
    for (String name : NAMES) {
      script.append(
          "insert into %salembic_version values (%s);\n".formatted(schema, literal(name)));
    }
    return script.toString();
  }

  @Test
  void onSqlite() throws IOException {
    Path app = Databases.sqlite(folder, tables(""), history(""));
    Path empty = Databases.sqlite(folder);
    everyCommand(app.toString(), empty.toString());
  }

  @Test
  void onPostgresql() throws IOException, SQLException {
    PostgresServer server = Databases.newest();
    String name = "it's \"a\" \u202e\u001b[31m\n::error::%n";
    server.createDatabaseNamed(quoted(name));
    String hostile = quoted(NAMES.getFirst());
    server.run(
        "postgres",
        "drop role if exists " + hostile,
        "create role " + hostile + " login superuser");
    for (String each : NAMES) {
      server.run(name, "create schema " + quoted(each) + " authorization " + hostile);
      server.run(name, historyTable(quoted(each) + "."));
    }
    server.run(
        name,
        tables("public"),
        tables(quoted(NAMES.get(3))),
        history("public."),
        "create view public.\"view\u001b[2J\" as select 1 as \"\u202ex\"",
        "create function public.\"f\n"
            + "::error::\"(\"\u2066\" integer) returns integer language sql as 'select 1'",
        "create type public.\"t\u200b\" as enum ('\u001b[31m', '::error::')",
        "comment on table public.alembic_version is '\u001b[31m::error::'");

    try (Connection other = server.connect(name)) {
      other.setClientInfo("ApplicationName", "\u001b[31m ::error:: %n");
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute("lock table public.alembic_version in exclusive mode");
      }
      String url = url(server, NAMES.getFirst(), name);
      everyCommand(url, server.url("postgres"));
      other.rollback();
    }
    harmless(CommandLineRun.of("check", url(server, "no\u001b[31m \"role\"\n", name)));
    harmless(
        CommandLineRun.of("check", url(server, "postgres", "no\u001b[31m \"base\"\n::error::")));
  }

  private static String url(PostgresServer server, String role, String database) {
    return server.url(encoded(role), encoded(database));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private void everyCommand(String target, String other) throws IOException {
    Path snapshot = folder.resolve("app.json");
    Path checks = Files.writeString(folder.resolve("checks.yaml"), checkFile());
    harmless(CommandLineRun.of("snapshot", target, "-o", snapshot.toString()));
    assertThat(snapshot).content().contains("::error::pwned", "<script>alert(1)");
    harmless(CommandLineRun.of("snapshot", target));
    for (String format : List.of("text", "json")) {
      runs(format, "status", target);
      runs(format, "check", target, "--profile", "drift", "--expect", snapshot.toString());
      runs(format, "check", target, "--checks", checks.toString(), "--all");
      runs(format, "diff", target, other);
      runs(format, "diff", other, target);
    }
  }

  /** One finding, check and waiver for each name. */
  private static String checkFile() {
    StringBuilder text = new StringBuilder("accept: [populated]\nchecks:\n");
    for (String name : NAMES) {
      text.append("  %s: {tables: [%s]}\n".formatted(scalar(name), scalar(name + " missing")));
    }
    text.append("waivers:\n");
    for (String name : NAMES) {
      text.append(
          "  - {rule: table-without-primary-key, object: %s, reason: %s, until: 2000-01-01}\n"
              .formatted(scalar(name), scalar(name)));
    }
    return text.toString();
  }

  private static String scalar(String name) {
    StringBuilder text = new StringBuilder("\"");
    name.replace("${", "$${")
        .codePoints()
        .forEach(point -> text.append("\\U%08x".formatted(point)));
    return text.append('"').toString();
  }

  private void runs(String format, String... words) throws IOException {
    Path log = folder.resolve("log.txt");
    Path text = folder.resolve("report.txt");
    Path json = folder.resolve("report.json");
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--format", format, "-vv", "--log-file", log.toString()));
    line.addAll(List.of("--report", "text=" + text, "--report", "json=" + json));
    CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
    harmless(run);
    assertThat(run.exitCode()).as("it looked at the database: " + run.err()).isIn(0, 1);
    for (Path file : List.of(log, text, json)) {
      TextContract.isHarmless(Files.readString(file));
    }
  }

  private static void harmless(CommandLineRun run) {
    assertThat(run.exitCode()).as(run.err()).isIn(0, 1, 2, 3);
    TextContract.isHarmless(run.out());
    TextContract.isHarmless(run.err());
  }
}
