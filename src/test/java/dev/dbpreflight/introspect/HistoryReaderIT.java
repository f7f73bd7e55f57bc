package dev.dbpreflight.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTables;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Trouble;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
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
  private static final List<String> POSTGRES = cases("postgres");
  private static final List<String> SQLITE = cases("sqlite");
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
            text ->
                DynamicTest.dynamicTest(
                    name(text),
                    () -> {
                      server.run(database, NOTHING_LEFT, text);
                      assertThat(read(server.url(database), text)).isEqualTo(expected(text));
                    }));
  }

  @Test
  void readsAllTablesOfEveryVersionInTwoTurns() {
    for (int major : Databases.versions()) {
      PostgresServer server = Databases.postgres(major);
      String database = server.createDatabase(caseNamed("several side by side"));
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
                  assertThat(closed).contains("unread=permission denied for schema \"closed\"]"),
              denied ->
                  assertThat(denied)
                      .contains("unread=permission denied for table \"denied.alembic_version\"]"),
              hidden ->
                  assertThat(hidden)
                      .contains(
                          "unread=row security may hide rows of table"
                              + " \"hidden.alembic_version\"]"),
              read ->
                  assertThat(read).contains("revisions=[abc], applied=[AppliedMigration[id=abc"));
    }
  }

  @Test
  void readsTheOthersWhereAMigrationHasLockedATable() throws SQLException {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            """
            CREATE TABLE public.alembic_version (version_num varchar(32) NOT NULL);
            INSERT INTO public.alembic_version VALUES ('abc');
            CREATE SCHEMA busy;
            CREATE TABLE busy.alembic_version (version_num varchar(32) NOT NULL);
            """);

    try (Session session = open(server.url(database), Duration.ofSeconds(6));
        Connection migration = server.connect(database);
        Statement statement = migration.createStatement()) {
      SchemaModel model = model(session);
      migration.setAutoCommit(false);
      statement.execute("LOCK TABLE busy.alembic_version");

      assertThat(new HistoryReader(session).read(HistoryTables.recognise(model)))
          .satisfiesExactly(
              busy -> assertThat(busy.unread()).contains("lock"),
              read -> assertThat(read.revisions()).containsExactly("abc"));
      migration.rollback();
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
            text ->
                DynamicTest.dynamicTest(
                    name(text),
                    () -> assertThat(read(sqlite(text), text)).isEqualTo(expected(text))));
  }

  @Test
  void thereIsACaseForEveryTool() {
    Set<String> seen =
        Stream.of(POSTGRES, SQLITE)
            .flatMap(List::stream)
            .flatMap(text -> expected(text).stream())
            .collect(Collectors.toSet());

    assertThat(EnumSet.complementOf(EnumSet.of(MigrationTool.NUMBERED_SQL)))
        .allMatch(
            tool ->
                seen.stream().anyMatch(line -> line.startsWith("expect " + tool.title() + " ")));
  }

  private List<String> read(String url, String text) {
    boolean withApplied = text.contains("\n-- applied ");
    try (Session session = open(url)) {
      return new HistoryReader(session)
          .read(HistoryTables.recognise(model(session))).stream()
              .flatMap(history -> lines(history, withApplied))
              .toList();
    }
  }

  /** The lines that a case may expect of a history; "applied" only where it asks for them. */
  private static Stream<String> lines(History history, boolean withApplied) {
    return Stream.of(
            Stream.of("expect " + line(history)),
            history.applied().stream().filter(one -> withApplied).map(HistoryReaderIT::line),
            history.troubles().stream().map(HistoryReaderIT::line),
            history.locks().stream().map(HistoryReaderIT::line))
        .flatMap(lines -> lines);
  }

  private static String line(AppliedMigration one) {
    String checksum = one.checksum().isEmpty() ? "" : " checksum " + one.checksum();
    return "applied " + one.id() + checksum + (one.origin() == Origin.RECORDED ? " recorded" : "");
  }

  private static String line(Trouble trouble) {
    String detail = trouble.detail().isEmpty() ? "" : ": " + trouble.detail();
    return "trouble " + trouble.kind() + " " + trouble.migration() + detail;
  }

  private static String line(MigrationLock lock) {
    String age = lock.age().map(time -> " for " + time.toDays() + " days").orElse("");
    return ("lock " + lock.kind() + " " + lock.holder() + age).stripTrailing();
  }

  private static String line(History history) {
    return "%s %s %s %s %d"
        .formatted(
            history.tool().title(),
            history.table(),
            history.companions(),
            String.join(", ", history.revisions()),
            history.applied().size());
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

  private static String name(String text) {
    return text.lines().findFirst().orElseThrow().strip();
  }

  private static List<String> expected(String text) {
    return text.lines()
        .filter(line -> line.matches("-- (expect|applied|trouble|lock) .*"))
        .map(line -> line.substring("-- ".length()))
        .toList();
  }

  private static String caseNamed(String name) {
    return POSTGRES.stream().filter(text -> name(text).endsWith(name)).findFirst().orElseThrow();
  }

  private static List<String> cases(String engine) {
    try (InputStream file =
        HistoryReaderIT.class.getResourceAsStream("/histories/" + engine + ".sql")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("-- case ")).skip(1).map(one -> "-- " + one).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
