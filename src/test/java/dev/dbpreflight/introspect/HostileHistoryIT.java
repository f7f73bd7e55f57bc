package dev.dbpreflight.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTables;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bookkeeping tables are the only ones whose rows are read unasked. Whoever may create objects can
 * make something that looks like one, and must not get anything run by that.
 */
class HostileHistoryIT {
  /** A function that tells when it is called, in whatever disguise. */
  private static final String TRAP =
      """
      create function public.trap() returns varchar language plpgsql as
        'begin raise exception ''the trap was called''; end';
      """;

  private static final String TABLE =
      "create table alembic_version (version_num varchar(32) not null);"
          + " insert into alembic_version values ('abc');";

  @TempDir private Path folder;

  static Stream<PostgresServer> oldestAndNewest() {
    return Stream.of(Databases.oldest(), Databases.newest()).distinct();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void whatOnlyLooksLikeAHistoryTableIsNotOne(PostgresServer server) {
    String database =
        server.createDatabase(
            TRAP,
            "create view alembic_version as select trap()::varchar(32) as version_num",
            """
            create materialized view flyway_schema_history as
              select trap()::varchar(32) as version_num with no data
            """,
            """
            create extension file_fdw;
            create server files foreign data wrapper file_fdw;
            create schema far;
            create foreign table far.alembic_version (version_num varchar(32) not null)
              server files options (program 'echo the trap was called');
            """);

    try (Session session = open(server.url(database))) {
      assertThat(recognised(session)).isEmpty();
    }
  }

  /** A cast of the type's owner would turn its values into text. */
  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void aColumnOfAUsersTypeMakesItNoHistoryTable(PostgresServer server) {
    String database =
        server.createDatabase(
            """
            create type evil as (number integer);
            create function evil_text(evil) returns text language plpgsql as
              'begin raise exception ''the trap was called''; end';
            create cast (evil as text) with function evil_text(evil);
            create table "__EFMigrationsHistory" (
              "MigrationId" varchar(150) not null, "ProductVersion" varchar(32) not null);
            create table "__EFMigrationsLock" ("Id" integer, "Timestamp" evil);
            insert into "__EFMigrationsLock" values (1, row(1));
            """);

    try (Session session = open(server.url(database))) {
      assertThat(new HistoryReader(session).read(recognised(session)))
          .extracting(History::unread)
          .containsExactly("");
    }
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void whatInheritsFromAHistoryTableIsNotRead(PostgresServer server) {
    String database =
        server.createDatabase(
            TABLE,
            """
            create extension file_fdw;
            create server files foreign data wrapper file_fdw;
            create foreign table far () inherits (alembic_version)
              server files options (program 'echo the trap was called');
            """);

    try (Session session = open(server.url(database))) {
      assertThat(new HistoryReader(session).read(recognised(session)))
          .extracting(History::revisions)
          .containsExactly(List.of("abc"));
    }
  }

  static Stream<String> whatMayHappenBetween() {
    return Stream.of(
        """
        alter table alembic_version rename to moved;
        create view alembic_version as select trap()::varchar(32) as version_num
        """,
        """
        grant select on alembic_version to public;
        alter table alembic_version enable row level security;
        create policy p on alembic_version using (trap() is null)
        """,
        """
        alter table alembic_version rename to moved;
        create extension file_fdw;
        create server files foreign data wrapper file_fdw;
        create foreign table alembic_version (version_num varchar(32) not null)
          server files options (program 'echo the trap was called');
        """);
  }

  /** Looking at the table first is not enough: it can be replaced before it is read. */
  @ParameterizedTest
  @MethodSource("whatMayHappenBetween")
  void aTableThatIsReplacedBeforeItIsReadIsNotRead(String change) {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            TRAP,
            TABLE,
            "drop role if exists deployer; create role deployer login;",
            "grant select on alembic_version to public");

    try (Session session = open(server.url("deployer", database))) {
      List<HistoryTable> tables = recognised(session);
      Session interrupted =
          new Interrupted(
              session,
              () ->
                  server.run(database, change + ";" + "grant select on alembic_version to public"));

      assertThat(new HistoryReader(interrupted).read(tables).toString())
          .contains("unread=cannot read history of Alembic")
          .doesNotContain("trap");
    }
  }

  /** Something happens after the first turn of questions. */
  private static final class Interrupted implements Session {
    private final Session session;
    private final Runnable event;
    private int turns;

    Interrupted(Session session, Runnable event) {
      this.session = session;
      this.event = event;
    }

    @Override
    public Answers ask(List<Query<?>> queries) {
      if (++turns == 2) {
        event.run();
      }
      return session.ask(queries);
    }

    @Override
    public DatabaseUrl url() {
      return session.url();
    }

    @Override
    public void requireAlive() {
      session.requireAlive();
    }

    @Override
    public String role() {
      return session.role();
    }

    @Override
    public Engine engine() {
      return session.engine();
    }

    @Override
    public ServerVersion version() {
      return session.version();
    }

    @Override
    public Traffic traffic() {
      return session.traffic();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** The names of tools' tables are fixed, those of their schemas are not. */
  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void namesCannotEndTheStatement(PostgresServer server) {
    String database =
        server.createDatabase(
            TABLE,
            """
            create schema "x"".alembic_version; drop table t; --";
            create table "x"".alembic_version; drop table t; --".alembic_version
              (version_num varchar(32) not null);
            create table "o'brien""\\%s ${env} migrations"
              (id serial, name varchar, batch integer, migration_time timestamptz);
            insert into "o'brien""\\%s ${env} migrations" (name) values ('one.js');
            """);

    try (Session session = open(server.url(database))) {
      assertThat(new HistoryReader(session).read(recognised(session)))
          .extracting(History::table, History::unread)
          .hasSize(3)
          .allSatisfy(found -> assertThat(found.toList().getLast()).isEqualTo(""));
    }
  }

  @Test
  void namesCannotEndTheStatementInSqlite() {
    Path file =
        Databases.sqlite(
            folder,
            """
            create table "o'brien""\\%s ${env}; drop table t; -- migrations"
              (id integer, name text, batch integer, migration_time datetime);
            insert into "o'brien""\\%s ${env}; drop table t; -- migrations" values (1, 'one.js', 1, 1);
            create view alembic_version as select 'a view' as version_num;
            """);

    try (Session session = open(file.toString())) {
      assertThat(new HistoryReader(session).read(recognised(session)))
          .extracting(History::revisions, History::unread)
          .containsExactly(tuple(List.of("one.js"), ""));
    }
  }

  private static List<HistoryTable> recognised(Session session) {
    Introspector introspector =
        switch (session.engine()) {
          case POSTGRESQL -> new PostgresIntrospector();
          case SQLITE -> new SqliteIntrospector();
        };
    return HistoryTables.recognise(introspector.schema(session));
  }

  private static Session open(String url) {
    return Connector.open(
        DatabaseUrl.parse(url, "test"),
        new ConnectOptions(Deadline.after(ConnectOptions.DEFAULT_TIMEOUT)));
  }
}
