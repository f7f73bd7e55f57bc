package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we read from files is what the real Flyway does with them in PostgreSQL. */
class FlywayHistoryIT {
  private final PostgresServer server = Databases.newest();
  private String database;

  @TempDir private Path folder;

  @BeforeEach
  void emptyDatabase() {
    database = server.createDatabase("create table kept (id integer)");
  }

  @Test
  void recordsWhatWeRead() throws IOException {
    FlywaySpellings.write(folder, UTF_8);
    flyway().migrate();

    assertThat(FlywaySpellings.recorded(flyway()))
        .filteredOn(row -> !row.contains("<< Flyway Baseline >>"))
        .containsExactlyElementsOf(FlywaySpellings.read(folder));
  }

  /** A table that a failed file made is gone exactly when the file ran in a transaction. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1;",
        "vacuum kept;",
        "create index concurrently i on kept (id);",
        "drop /* now */ index\n  concurrently if exists i;",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON kept (id);",
        "select 'create index concurrently i on kept (id)';",
        "do $$ begin perform 'vacuum kept'; end $$;",
        "create table vacuum_log (id integer);",
        "discard all;",
        "reindex schema public;",
        "select 1; -- vacuum kept;",
        "alter type kind add value 'b';"
      })
  void knowsWhatRunsOutsideOfATransaction(String statement) throws IOException {
    server.run(database, "create type kind as enum ('a')");
    Files.writeString(
        folder.resolve("V1__one.sql"), statement + "\ncreate table made (id integer);\nfail;\n");
    assertThatThrownBy(() -> flyway().migrate()).isInstanceOf(FlywayException.class);
    List<String> left =
        server.strings(database, "select relname::text from pg_class where relname = 'made'");

    MigrationFile file =
        MigrationFolder.read(folder, "sql", Optional.of(MigrationTool.FLYWAY)).files().getFirst();
    assertThat(file.transactional()).as(statement).isEqualTo(left.isEmpty());
  }

  private Flyway flyway() {
    String[] user = URI.create(server.url(database)).getUserInfo().split(":", 2);
    return Flyway.configure()
        .dataSource(
            "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database,
            user[0],
            user.length > 1 ? user[1] : "")
        .locations("filesystem:" + folder)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .mixed(true)
        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
        .loggers("slf4j")
        .load();
  }
}
