package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserAnswer.Kind;
import dev.dbpreflight.introspect.UserAnswer.None;
import dev.dbpreflight.introspect.UserAnswer.NotRun;
import dev.dbpreflight.introspect.UserAnswer.One;
import dev.dbpreflight.introspect.UserAnswer.Several;
import dev.dbpreflight.introspect.UserQuery;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries of users are answered, and nothing comes of what they contain. */
class PostgresUserSqlIT {
  private static final String SHOP =
      """
      create table accounts (id integer primary key, fee numeric(10,2), name text);
      insert into accounts values (1, 0.50, 'a'), (2, null, 'b');
      create sequence numbers;
      """;

  private static final String READER =
      """
      do $$ begin
        if not exists (select from pg_roles where rolname = 'checker') then
          create role checker login;
        end if;
      end $$;
      grant select on all tables in schema public to checker;
      """;

  static Stream<PostgresServer> everyServer() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @TempDir private Path folder;

  private static List<UserAnswer> ask(String url, String... queries) {
    try (Session session = Looks.open(url)) {
      return ask(session, queries);
    }
  }

  private static List<UserAnswer> ask(Session session, String... queries) {
    return new PostgresUserSql()
        .ask(
            session,
            Arrays.stream(queries)
                .map(sql -> new UserQuery("check \"c\"", sql, Duration.ofSeconds(20)))
                .toList());
  }

  private static String reason(UserAnswer answer) {
    assertThat(answer).isInstanceOf(NotRun.class);
    return ((NotRun) answer).reason();
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void answersWithTypedValues(PostgresServer server) {
    String database = server.createDatabase(SHOP, READER);
    for (String user : List.of("checker", "postgres")) {
      assertThat(
              ask(
                  server.url(user, database),
                  "select count(*) from accounts where fee is null;",
                  "select fee from accounts where id = 1 -- the fee",
                  "select true",
                  "select name from accounts where id = 2 /* b */ ;\n",
                  "select fee from accounts where id = 2",
                  "select 1 where false",
                  "table accounts order by 1",
                  "select id from accounts",
                  "with x (a) as (values (1e300::float8)) select a from x",
                  "select 'NaN'::numeric",
                  "select '<a>&amp;\r\u0001 \" ü 🦄</value>'",
                  "select ''",
                  "select '12'",
                  "select date '2026-01-31'"))
          .as(user)
          .satisfies(
              answers ->
                  assertThat(reason(answers.get(6)))
                      .contains("subquery must return only one column"))
          .satisfies(answers -> assertThat(answers.get(7)).isEqualTo(new Several()))
          .filteredOn(answer -> !(answer instanceof NotRun) && !(answer instanceof Several))
          .containsExactly(
              new One(Kind.NUMBER, "1"),
              new One(Kind.NUMBER, "0.50"),
              new One(Kind.TRUTH, "true"),
              new One(Kind.TEXT, "b"),
              new One(Kind.NULL, ""),
              new None(),
              new One(Kind.NUMBER, "1e+300"),
              new One(Kind.TEXT, "NaN"),
              new One(Kind.TEXT, "<a>&amp;\r\u0001 \" ü 🦄</value>"),
              new One(Kind.TEXT, ""),
              new One(Kind.TEXT, "12"),
              new One(Kind.TEXT, "2026-01-31"));
    }
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void nothingIsWrittenWhateverAQueryContains(PostgresServer server) {
    Path mark = folder.resolve("touched");
    String database = server.createDatabase(SHOP, READER, functions(mark));
    String before = contents(server, database);
    for (String user : List.of("checker", "postgres")) {
      List<UserAnswer> answers = ask(server.url(user, database), hostile(mark));
      assertThat(answers).as(user).allMatch(NotRun.class::isInstance);
      // Servers before 16 let it make one, in a transaction that is rolled back.
      ask(server.url(user, database), "select lo_create(4711)");
    }
    assertThat(mark).doesNotExist();
    assertThat(contents(server, database)).isEqualTo(before);
  }

  private static String functions(Path mark) {
    return """
    grant usage on sequence numbers to checker;
    grant all on accounts to checker;
    create function public.runs() returns int language plpgsql as
      $$ begin copy (select 1) to program 'touch %1$s'; return 1; end $$;
    create function public.files() returns int language plpgsql as
      $$ begin copy (select 1) to '%1$s'; return 1; end $$;
    create function public.inserts() returns int language plpgsql as
      $$ begin insert into public.accounts values (3); return 1; end $$;
    create function public.opens() returns int language plpgsql as
      $$ begin set transaction read write; insert into public.accounts values (3); return 1; end $$;
    create function public.commits() returns int language plpgsql as
      $$ begin commit; return 1; end $$;
    create function public.count(text) returns int language plpgsql as
      $$ begin insert into public.accounts values (4); return 1; end $$;
    create function public.creates() returns int language plpgsql as
      $$ begin create table public.made (id int); return 1; end $$;
    """
        .formatted(mark);
  }

  private static String[] hostile(Path mark) {
    return new String[] {
      "select runs()",
      "select files()",
      "select inserts()",
      "select opens()",
      "select commits()",
      "select creates()",
      "select count('a'::text)",
      "select nextval('numbers')",
      "select setval('numbers', 100)",
      "COMMIT; DROP TABLE accounts",
      "1; DROP TABLE accounts",
      "select 1; drop table accounts",
      "') ; drop table accounts; --",
      "select 1) as x (value); drop table accounts; select (1",
      "select 1) as x (value); copy (select 1) to program 'touch " + mark + "'; select (1",
      "copy (select 1) to program 'touch " + mark + "'",
      "insert into accounts values (5) returning id",
      "with x as (insert into accounts values (5) returning id) select id from x",
      "select id into made from accounts",
      "select id from accounts where id = 1 for update",
      "do $$ begin drop table accounts; end $$",
      "rollback",
      "set role postgres",
      "select set_config('transaction_read_only', 'off', false)",
      "select pg_catalog . \"set_config\" ('role', 'postgres', true)",
      "select U&\"set\\005fconfig\"('role', 'postgres', true)",
      "select query_to_xml('select set_' || 'config(''role'', ''none'', true)', true, true, '')",
      "select lo_export(1, '" + mark + "')",
      "explain analyze insert into accounts values (6)",
      "vacuum",
      "select pg_terminate_backend(pg_backend_pid())",
      "select pg_advisory_lock(1)",
      "\0",
      ""
    };
  }

  private static String contents(PostgresServer server, String database) {
    return String.join(
        "|",
        server.strings(
            database,
            """
            select (select string_agg(a::text, ';' order by id) from accounts a)
              || (select last_value || is_called::text from numbers)
              || (select count(*) from pg_class) || (select count(*) from pg_largeobject_metadata)
            """));
  }

  @Test
  void aRoleWithLastingRightsIsLowered() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase(SHOP);
    assertThat(ask(server.url(database), "select current_user::text", "select user::text"))
        .containsOnly(new One(Kind.TEXT, "pg_read_all_data"));
    try (Session session = Looks.open(server.url(database))) {
      ask(session, "select 1");
      assertThat(
              session.ask(
                  new Query<>(
                      "x",
                      "select current_user || current_setting('search_path')"
                          + " || current_setting('row_security') as v",
                      row -> row.text("v"))))
          .containsExactly("postgrespg_catalog, pg_tempoff");
    }
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void aRoleThatCouldTakeItsRightsBackIsRefused(PostgresServer server) {
    Path mark = folder.resolve("raised");
    for (String way :
        List.of(
            "create function up() returns text language plpgsql as $$ begin"
                + " execute 'set local ro' || 'le postgres'; copy (select 1) to program 'touch "
                + mark
                + "'; return 'x'; end $$",
            "create function up() returns text language sql"
                + " as $$ select set_config('role', 'postgres', true) $$",
            "create view up as select set_config('role', 'postgres', true)",
            "create function up(a text default set_config('role', 'postgres', true)) returns text"
                + " language sql as $$ select 'x' $$",
            "create domain up as text check (set_config('role', 'postgres', true) is not null)")) {
      String database = server.createDatabase(SHOP, way);
      UserAnswer answer = ask(server.url(database), "select count(*) from accounts").getFirst();
      assertThat(reason(answer))
          .as(way)
          .startsWith("this role is a superuser, and what a query calls could use that: ")
          .contains("up")
          .endsWith("may change the role");
      assertThat(((NotRun) answer).remedy()).startsWith("connect as a role that can only read:");
    }
    assertThat(mark).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void rightsThatLastAreNamedWithTheirRemedy(PostgresServer server) {
    server.run(
        "postgres",
        "create role runner login",
        "grant pg_execute_server_program to runner",
        "create role copier login replication");
    String database = server.createDatabase(SHOP);
    assertThat(ask(server.url("runner", database), "select 1"))
        .containsExactly(
            new NotRun(
                "this role is a member of pg_execute_server_program, and what a query calls could"
                    + " use that",
                "REVOKE pg_execute_server_program FROM runner; or connect as a role that can only"
                    + " read: CREATE ROLE preflight LOGIN; GRANT pg_read_all_data TO preflight"));
    assertThat(reason(ask(server.url("copier", database), "select 1").getFirst()))
        .startsWith("this role may change replication slots");
    server.run("postgres", "drop role runner", "drop role copier");
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void functionsThatReachBeyondTheTransactionAreNamed(PostgresServer server) {
    Path mark = folder.resolve("definer");
    String definer =
        server.createDatabase(
            SHOP,
            READER,
            "create function doit(x int) returns int language plpgsql security definer as"
                + " $$ begin copy (select 1) to program 'touch "
                + mark
                + "'; return 1; end $$");
    for (String user : List.of("checker", "postgres")) {
      UserAnswer answer = ask(server.url(user, definer), "select doit(1)").getFirst();
      assertThat(reason(answer))
          .as(user)
          .contains("may call public.doit(integer), which runs with the rights of postgres");
      assertThat(((NotRun) answer).remedy())
          .startsWith("REVOKE EXECUTE ON FUNCTION public.doit(integer) FROM PUBLIC, ");
    }
    server.run(definer, "revoke execute on function doit(int) from public");
    assertThat(ask(server.url("checker", definer), "select 1"))
        .containsExactly(new One(Kind.NUMBER, "1"));
    assertThat(mark).doesNotExist();

    String dblink = server.createDatabase(SHOP, READER, "create extension dblink");
    assertThat(reason(ask(server.url("checker", dblink), "select 1").getFirst()))
        .contains("dblink")
        .contains(" more like it)")
        .contains("which reaches beyond the transaction");
    String terminator =
        server.createDatabase(
            READER,
            "create function ends() returns bool language sql as"
                + " 'select pg_terminate_backend(0)'");
    assertThat(reason(ask(server.url("checker", terminator), "select 1").getFirst()))
        .contains("may call public.ends(), which ends sessions");
  }

  @Test
  void ordinaryExtensionsAreNoObstacle() {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            SHOP,
            READER,
            """
            create extension pg_trgm; create extension pgcrypto; create extension hstore;
            create extension citext; create extension btree_gist; create extension unaccent;
            create extension "uuid-ossp"; create extension tablefunc; create extension postgres_fdw;
            """);
    for (String user : List.of("checker", "postgres")) {
      assertThat(ask(server.url(user, database), "select similarity('a', 'a') = 1"))
          .as(user)
          .containsExactly(new One(Kind.TRUTH, "true"));
    }
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void aQueryHasItsOwnTime(PostgresServer server) {
    String database = server.createDatabase(SHOP, READER);
    try (Session session = Looks.open(server.url("checker", database))) {
      long start = System.nanoTime();
      List<UserAnswer> answers =
          new PostgresUserSql()
              .ask(
                  session,
                  List.of(
                      new UserQuery(
                          "check \"slow\"", "select pg_sleep(30)", Duration.ofMillis(300)),
                      new UserQuery("check \"quick\"", "select 7", Duration.ofSeconds(5))));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(reason(answers.get(0)))
          .isEqualTo("cannot read the answer to check \"slow\": its time ran out after 300 ms");
      assertThat(answers.get(1)).isEqualTo(new One(Kind.NUMBER, "7"));
    }
  }

  @Test
  void aBigAnswerIsCut() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase(SHOP, READER);
    UserAnswer answer =
        ask(server.url("checker", database), "select repeat('x', 20000000)").getFirst();
    assertThat(((One) answer).text()).hasSize(UserAnswer.LENGTH);
    assertThat(
            ask(
                server.url("checker", database),
                "select repeat('x', 100) from generate_series(1, 1000)"))
        .containsExactly(new Several());
  }

  @ParameterizedTest
  @MethodSource("everyServer")
  void namesMeanWhatTheyMeanToTheRole(PostgresServer server) {
    String database =
        server.createDatabase(
            READER,
            """
            create schema app; create table app.orders (id int); insert into app.orders values (1);
            grant usage on schema app to checker; grant select on app.orders to checker;
            create schema checker authorization checker; create table checker.own (id int);
            grant select on checker.own to checker;
            """);
    assertThat(reason(ask(server.url("checker", database), "select id from orders").getFirst()))
        .contains("relation \"orders\" does not exist");
    server.run(
        "postgres",
        "alter role checker in database " + database + " set search_path = \"$user\", app");
    assertThat(
            ask(
                server.url("checker", database),
                "select id from orders",
                "select count(*) from own"))
        .containsExactly(new One(Kind.NUMBER, "1"), new One(Kind.NUMBER, "0"));
    server.run("postgres", "alter role checker in database " + database + " reset search_path");
    server.run(
        "postgres",
        "alter database " + database + " set search_path = 'app; drop table app.orders', app");
    assertThat(ask(server.url("checker", database), "select id from orders"))
        .containsExactly(new One(Kind.NUMBER, "1"));
    assertThat(server.strings(database, "select id from app.orders")).containsExactly("1");
  }

  @Test
  void rowSecurityNeverHidesRowsInSilence() {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            SHOP,
            READER,
            "alter table accounts enable row level security",
            "create policy one on accounts using (id = 1)");
    for (String user : List.of("checker", "postgres")) {
      assertThat(
              reason(ask(server.url(user, database), "select count(*) from accounts").getFirst()))
          .as(user)
          .contains("row-level security");
    }
  }

  @Test
  void manyQueriesCostFewRoundTrips() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase(SHOP, READER);
    try (Session session = Looks.open(server.url("checker", database))) {
      int before = session.traffic().roundTrips();
      String[] queries = new String[120];
      Arrays.fill(queries, "select 1");
      assertThat(ask(session, queries)).containsOnly(new One(Kind.NUMBER, "1")).hasSize(120);
      assertThat(session.traffic().roundTrips() - before).isEqualTo(4);
    }
  }
}
