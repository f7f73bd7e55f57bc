package dev.dbpreflight.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesIT {

  static List<Integer> versions() {
    return Databases.versions();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aServerOfEachVersionRunsScripts(int major) throws SQLException {
    PostgresServer server = Databases.postgres(major);
    String database =
        server.createDatabase(
            """
            create function one() returns integer language plpgsql as $$ begin return 1; end $$;
            create table first_table (id integer default one());
            """,
            "insert into first_table default values");

    assertThat(server.strings(database, "select id from first_table")).containsExactly("1");
    try (Connection connection = server.connect(database)) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
    }
  }

  @Test
  void aSessionAndAForeignDatabaseAreNoticed() throws SQLException {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase();
    server.run("postgres", "create database somebody_elses");
    try (Connection connection = server.connect(database)) {
      assertThat(connection.isValid(1)).isTrue();
      assertThat(server.leftBehind())
          .hasSize(2)
          .anyMatch(line -> line.startsWith("database \"somebody_elses\""))
          .anyMatch(line -> line.contains("user postgres, database " + database + ", idle"));
    }
    server.drop("somebody_elses");
    assertThat(server.leftBehind()).isEmpty();
  }

  @Test
  void aRoleCanBeMadeToNeedItsPassword() {
    PostgresServer server = Databases.newest();
    server.run("postgres", "create role guarded login password 'right' in role needs_password");
    String url = "jdbc:postgresql://localhost:" + server.port() + "/postgres";

    assertThatThrownBy(() -> DriverManager.getConnection(url, "guarded", "wrong").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void aSqliteFileRunsScriptsWithTriggers(@TempDir Path folder) throws SQLException {
    Path file =
        Databases.sqlite(
            folder,
            """
            create table a (id integer);
            create table b (id integer);
            create trigger copy after insert on a begin insert into b values (new.id); select 1; end;
            insert into a values (7);
            """);

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var rows = connection.createStatement().executeQuery("select id from b")) {
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }
}
