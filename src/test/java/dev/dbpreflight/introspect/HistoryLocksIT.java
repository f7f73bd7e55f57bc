package dev.dbpreflight.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTables;
import dev.dbpreflight.history.MigrationLock.Kind;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a migration that runs at this moment in another session. */
class HistoryLocksIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final String TABLES =
      """
      CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
      INSERT INTO alembic_version VALUES ('abc');
      CREATE SCHEMA busy;
      CREATE TABLE busy.alembic_version (version_num varchar(32) NOT NULL);
      CREATE TABLE flyway_schema_history (
        installed_rank integer NOT NULL, version varchar(50), description varchar(200) NOT NULL,
        type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer,
        installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL,
        execution_time integer NOT NULL, success boolean NOT NULL);
      CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
      """;

  private final PostgresServer server = Databases.newest();
  private String database;
  private Connection migration;

  @BeforeEach
  void connect() throws SQLException {
    database = server.createDatabase(TABLES);
    migration = server.connect(database);
    migration.setAutoCommit(false);
    run("SET application_name = 'deploy'");
    migration.commit();
  }

  @AfterEach
  void disconnect() throws SQLException {
    migration.close();
  }

  @Test
  void seesNoLockWhereNobodyMigrates() {
    assertThat(read()).allSatisfy(history -> assertThat(history.locks()).isEmpty());
  }

  /** The key of Flyway was seen in the locks of Flyway 13.12.0 on a table of this name. */
  @ParameterizedTest
  @CsvSource({"77433833903597, flyway_schema_history", "7241865325823964, pgmigrations"})
  void seesWhoHoldsTheAdvisoryLockOfATool(long key, String table) throws SQLException {
    run("SELECT pg_advisory_xact_lock(" + key + ")");

    assertThat(read())
        .allSatisfy(
            history -> {
              if (history.table().name().equals(table)) {
                assertIsOurs(history);
                assertThat(history.unread()).isEmpty();
              } else {
                assertThat(history.locks()).isEmpty();
              }
            });
  }

  @Test
  void takesNoOtherAdvisoryLockForAMigration() throws SQLException {
    run("SELECT pg_advisory_xact_lock(1), pg_advisory_xact_lock(5, 6)");
    // The halves of the key of Flyway, as two numbers of their own.
    run("SELECT pg_advisory_xact_lock(18029, 1000)");

    assertThat(read()).allSatisfy(history -> assertThat(history.locks()).isEmpty());
  }

  @Test
  void seesThatSomebodyHasWrittenToAHistoryAndNotCommitted() throws SQLException {
    run("UPDATE alembic_version SET version_num = 'def'");

    assertThat(read())
        .first()
        .satisfies(
            history -> {
              assertThat(history.table().schema()).isEqualTo("busy");
              assertThat(history.locks()).isEmpty();
            });
    assertThat(read().get(1))
        .satisfies(
            history -> {
              assertIsOurs(history);
              assertThat(history.revisions()).containsExactly("abc");
            });
  }

  @Test
  void neitherWaitsForNorAsksALockedTableAndReadsTheOthers() throws SQLException {
    List<HistoryTable> tables = recognised();
    run("LOCK TABLE busy.alembic_version");

    long start = System.nanoTime();
    assertThat(read(tables))
        .satisfies(
            histories -> {
              History busy = histories.getFirst();
              assertThat(busy.unread())
                  .startsWith("table \"busy.alembic_version\" is locked: held by pid " + pid())
                  .contains("application \"deploy\"");
              assertIsOurs(busy);
              assertThat(histories.get(1).revisions()).containsExactly("abc");
            });
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  @Test
  void blocksNoMigrationWhileItLooks() throws SQLException {
    List<HistoryTable> tables = recognised();
    try (Session session = open()) {
      assertThat(new HistoryReader(session).read(tables)).hasSize(4);

      run("SET LOCAL lock_timeout = '3s'");
      run("LOCK TABLE public.alembic_version, busy.alembic_version, flyway_schema_history");
    }
  }

  @Test
  void leavesTheAgeOutWhereTheRoleMayNotKnowIt() throws SQLException {
    run("UPDATE alembic_version SET version_num = 'def'");
    server.run(
        database,
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'lock_looker') THEN
            CREATE ROLE lock_looker LOGIN;
          END IF;
        END $$;
        GRANT SELECT ON alembic_version TO lock_looker;
        """);

    try (Session session = open(server.url("lock_looker", database))) {
      History history = new HistoryReader(session).read(recognised()).get(1);
      assertThat(history.locks())
          .singleElement()
          .satisfies(
              lock -> {
                assertThat(lock.pid()).isEqualTo(pid());
                assertThat(lock.age()).isEmpty();
              });
    }
  }

  private void assertIsOurs(History history) {
    assertThat(history.locks())
        .singleElement()
        .satisfies(
            lock -> {
              assertThat(lock.kind()).isEqualTo(Kind.SESSION);
              assertThat(lock.pid()).isEqualTo(pid());
              assertThat(lock.holder()).endsWith("application \"deploy\"");
              assertThat(lock.age()).hasValueSatisfying(age -> assertThat(age).isLessThan(LIMIT));
            });
  }

  private List<History> read() {
    return read(recognised());
  }

  private List<History> read(List<HistoryTable> tables) {
    try (Session session = open()) {
      return new HistoryReader(session).read(tables);
    }
  }

  private List<HistoryTable> recognised() {
    try (Session session = open()) {
      return HistoryTables.recognise(new PostgresIntrospector().schema(session));
    }
  }

  private Session open() {
    return open(server.url(database));
  }

  private static Session open(String url) {
    return Connector.open(
        DatabaseUrl.parse(url, "test"), new ConnectOptions(Deadline.after(LIMIT)));
  }

  private int pid() {
    try (Statement statement = migration.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = migration.createStatement()) {
      statement.execute(sql);
    }
  }
}
