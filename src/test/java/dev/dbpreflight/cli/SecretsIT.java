package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Planted;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same as {@link SecretsTest} where a server is asked: it takes the password, or refuses it.
 */
class SecretsIT {
  private static final String SECRET = Planted.PASSWORD;

  private final PostgresServer server = Databases.newest();
  private String database;

  @TempDir private Path folder;

  @BeforeEach
  void role() {
    server.run(
        "postgres",
        "drop role if exists app",
        "create role app login password 'pl4nted' in role " + PostgresServer.NEEDS_PASSWORD);
    database = server.createDatabase("create table t (id integer primary key)");
  }

  @Test
  void thePasswordThatLetsIn() throws IOException {
    String url = server.url("app:" + SECRET, database);
    assertThat(everything(0, Map.of(), "check", url, "--accept", "populated"))
        .doesNotContain(SECRET);
    assertThat(everything(0, Map.of(), "status", url)).doesNotContain(SECRET);
    assertThat(everything(0, Map.of(), "diff", url, url)).doesNotContain(SECRET);
    assertThat(everything(0, Map.of("DATABASE_URL", url), "check", "--accept", "populated"))
        .contains("\"source\" : \"DATABASE_URL\"")
        .doesNotContain(SECRET);
    assertThat(
            everything(
                0,
                Map.of("PGPASSWORD", SECRET),
                "check",
                server.url("app", database),
                "--accept",
                "populated"))
        .doesNotContain(SECRET);
    assertThat(CommandLineRun.of("snapshot", url).out()).contains("\"t\"").doesNotContain(SECRET);
  }

  @Test
  void thePasswordOfAFile() throws IOException {
    String url = server.url("app", database);
    Path passwords = Files.writeString(folder.resolve("pgpass"), "*:*:*:*:" + SECRET + "\n");
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
    Path services =
        Files.writeString(
            folder.resolve("services"),
            "[shop]\nhost=localhost\nport=%d\ndbname=%s\nuser=app\npassword=%s\n"
                .formatted(server.port(), database, SECRET));

    for (Map<String, String> variables :
        List.of(
            Map.of("DATABASE_URL", url, "PGPASSFILE", passwords.toString()),
            Map.of("PGSERVICE", "shop", "PGSERVICEFILE", services.toString()))) {
      assertThat(everything(0, variables, "check", "--accept", "populated")).isNotEmpty();
      assertThat(everything(0, variables, "status")).contains("populated");
      assertThat(CommandLineRun.in(variables, "snapshot").out()).contains("\"t\"");
    }
  }

  @Test
  void everySpellingOfTheUrl() throws IOException {
    for (String url :
        List.of(
            "postgresql+psycopg2://app:%s@localhost:%d/%s",
            "postgres://localhost:%2$d/%3$s?user=app&password=%1$s",
            "postgresql://app:%%70l4nted@localhost:%2$d/%3$s",
            "jdbc:postgresql://localhost:%2$d/%3$s?user=app&password=%1$s",
            "host=localhost user=app password=%s port=%d dbname=%s")) {
      String target = url.formatted(SECRET, server.port(), database);
      assertThat(everything(0, Map.of(), "check", target, "--accept", "populated")).isNotEmpty();
      assertThat(everything(0, Map.of("DATABASE_URL", target), "status")).isNotEmpty();
    }
  }

  @Test
  void thePasswordThatIsRefused() throws IOException {
    String wrong = server.url("app:wrong-" + SECRET, database);
    assertThat(everything(3, Map.of(), "check", wrong)).contains("password").doesNotContain(SECRET);
    assertThat(everything(3, Map.of(), "diff", wrong, wrong)).doesNotContain(SECRET);
    assertThat(
            everything(
                3, Map.of("PGPASSWORD", "wrong-" + SECRET), "status", server.url("app", database)))
        .doesNotContain(SECRET);
  }

  @Test
  void aDatabaseThatIsNotThere() throws IOException {
    String missing = server.url("app:" + SECRET, "no_such_database");
    assertThat(everything(3, Map.of(), "check", missing))
        .contains("no_such_database")
        .doesNotContain(SECRET);
  }

  /** Both streams, the log and the report, with all that could tell more. */
  private String everything(int exitCode, Map<String, String> environment, String... arguments)
      throws IOException {
    Path log = folder.resolve("log.txt");
    Path report = folder.resolve("report.json");
    List<String> more = List.of("-vv", "--log-file", log.toString(), "--report", "json=" + report);

    CommandLineRun run =
        CommandLineRun.in(
            environment, Stream.concat(Stream.of(arguments), more.stream()).toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    return run.out()
        + run.err()
        + Files.readString(log)
        + (Files.exists(report) ? Files.readString(report) : "");
  }
}
