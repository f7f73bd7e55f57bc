package dev.dbpreflight.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTables;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tables of real tools, in real databases, from their DDL to what they say is applied. */
class HistoryReaderIT {
  private static final List<HistoryCase> POSTGRES = HistoryCase.of("postgres");
  private static final List<HistoryCase> SQLITE = HistoryCase.of("sqlite");
  private static final String NOTHING_LEFT =
      """
      DO $$
      DECLARE
        name text;
      BEGIN
        FOR name IN SELECT nspname FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
          EXECUTE format('DROP SCHEMA %I CASCADE', name);
        END LOOP;
        CREATE SCHEMA public;
      END
      $$
      """;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> recognisesTheToolsOfPostgres() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase();
    return POSTGRES.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      server.run(database, NOTHING_LEFT, one.text());
                      assertThat(one.found(read(server.url(database)))).isEqualTo(one.expected());
                    }));
  }

  @Test
  void readsAllTablesOfEveryVersionInTwoTurns() {
    for (int major : Databases.versions()) {
      PostgresServer server = Databases.postgres(major);
      String database = server.createDatabase(caseNamed("several side by side").text());
      try (Session session = open(server.url(database))) {
        SchemaModel model = model(session);
        int before = session.traffic().roundTrips();

        assertThat(new HistoryReader(session).read(HistoryTables.recognise(model))).hasSize(3);
        assertThat(session.traffic().roundTrips() - before).as("version %s", major).isEqualTo(2);
      }
    }
  }

  @Test
  void saysWhyATableWasNotReadAndReadsTheOthers() {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            """
            CREATE ROLE history_reader LOGIN;
            CREATE TABLE public.alembic_version (version_num varchar(32) NOT NULL);
            INSERT INTO public.alembic_version VALUES ('abc');
            CREATE SCHEMA denied;
            CREATE TABLE denied.alembic_version (version_num varchar(32) NOT NULL);
            GRANT USAGE ON SCHEMA denied TO history_reader;
            CREATE SCHEMA closed;
            CREATE TABLE closed.alembic_version (version_num varchar(32) NOT NULL);
            GRANT SELECT ON closed.alembic_version TO history_reader;
            CREATE SCHEMA hidden;
            CREATE TABLE hidden.alembic_version (version_num varchar(32) NOT NULL);
            INSERT INTO hidden.alembic_version VALUES ('def');
            ALTER TABLE hidden.alembic_version ENABLE ROW LEVEL SECURITY;
            GRANT USAGE ON SCHEMA hidden TO history_reader;
            GRANT SELECT ON public.alembic_version, hidden.alembic_version TO history_reader;
            """);

    try (Session session = open(server.url("history_reader", database))) {
      assertThat(new HistoryReader(session).read(HistoryTables.recognise(model(session))))
          .extracting(History::toString)
          .satisfiesExactly(
              closed ->
                  assertThat(closed)
                      .contains(
                          "unread=permission denied for schema \"closed\","
                              + " remedy=GRANT USAGE ON SCHEMA closed TO history_reader]"),
              denied ->
                  assertThat(denied)
                      .contains(
                          "unread=permission denied for table \"denied.alembic_version\","
                              + " remedy=GRANT SELECT ON denied.alembic_version TO"
                              + " history_reader]"),
              hidden ->
                  assertThat(hidden)
                      .contains(
                          "unread=row security may hide rows of table"
                              + " \"hidden.alembic_version\","
                              + " remedy=ALTER ROLE history_reader BYPASSRLS]"),
              read ->
                  assertThat(read).contains("revisions=[abc], applied=[AppliedMigration[id=abc"));
    }
  }

  @Test
  void asksNothingWhereThereIsNoTable() {
    try (Session session = open(sqlite("CREATE TABLE users (id INTEGER PRIMARY KEY)"))) {
      SchemaModel model = model(session);
      int before = session.traffic().statements();

      assertThat(new HistoryReader(session).read(HistoryTables.recognise(model))).isEmpty();
      assertThat(session.traffic().statements()).isEqualTo(before);
    }
  }

  @TestFactory
  Stream<DynamicTest> recognisesTheToolsOfSqlite() {
    return SQLITE.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () ->
                        assertThat(one.found(read(sqlite(one.text())))).isEqualTo(one.expected())));
  }

  @Test
  void thereIsACaseForEveryTool() {
    Set<String> seen =
        Stream.of(POSTGRES, SQLITE)
            .flatMap(List::stream)
            .flatMap(one -> one.expected().stream())
            .collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.of(MigrationTool.NUMBERED_SQL)))
        .allMatch(
            tool ->
                seen.stream().anyMatch(line -> line.startsWith("expect " + tool.title() + " ")));
  }

  private static List<History> read(String url) {
    try (Session session = open(url)) {
      return new HistoryReader(session).read(HistoryTables.recognise(model(session)));
    }
  }

  private static SchemaModel model(Session session) {
    Introspector introspector =
        switch (session.engine()) {
          case POSTGRESQL -> new PostgresIntrospector();
          case SQLITE -> new SqliteIntrospector();
        };
    return introspector.schema(session);
  }

  private static Session open(String url) {
    return open(url, ConnectOptions.DEFAULT_TIMEOUT);
  }

  private static Session open(String url, Duration limit) {
    return Connector.open(
        DatabaseUrl.parse(url, "test"), new ConnectOptions(Deadline.after(limit)));
  }

  private String sqlite(String script) {
    return "sqlite:///" + Databases.sqlite(folder, script);
  }

  private static HistoryCase caseNamed(String name) {
    return POSTGRES.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
