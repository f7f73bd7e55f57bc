package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes other tools cry wolf must not make this one: here is no difference. */
class DriftTrapsIT {
  private final PostgresServer server = Databases.newest();

  @Test
  void searchPathSetOnOneSideOnly() {
    String script =
        """
        create extension ltree;
        create function twice(integer) returns integer language sql immutable as 'select $1 * 2';
        create table node (
          path ltree not null, depth integer default nlevel('a.b'),
          doubled integer generated always as (twice(4)) stored,
          check (nlevel(path) < twice(5)));
        create index on node (nlevel(path));
        create view leaf as select path, nlevel(path) from node;
        """;
    String one = server.createDatabase(script);
    String other = server.createDatabase(script, "create schema unusual; drop schema unusual");
    server.run("postgres", "alter database " + other + " set search_path = unusual, pg_catalog");
    server.run(
        "postgres",
        "alter role postgres in database " + one + " set search_path = public, unusual");

    assertThat(all(read(one), read(other))).isEmpty();
  }

  @Test
  void viewTextDiffersBetweenServerMajors() {
    String script =
        """
        create table person (id integer primary key, name text, born date);
        create view adult as
          select name, extract(year from born) as year from person where id in (1, 2) order by name;
        create materialized view counted as select count(*) as n from person group by name;
        """;
    for (int major : Databases.versions()) {
      PostgresServer older = Databases.postgres(major);
      SchemaModel expected = Looks.at(older, older.createDatabase(script));
      assertThat(plain(expected, read(server.createDatabase(script))))
          .as("PostgreSQL " + major)
          .allMatch(line -> line.endsWith("(unclear)"));
    }
  }

  @Test
  void inAgainstEqualsAny() {
    equal(
        """
        create table t (state text check (state in ('a', 'b')), n integer);
        create index i on t (n) where state in ('a', 'b');
        create policy p on t using (n in (1, 2));
        create view v as select n from t where state in ('a', 'b');
        """,
        """
        create table t (
          state text constraint t_state_check check (state = any (array['a'::text, 'b'::text])), n integer);
        create index i on t (n) where state = any (array['a', 'b']);
        create policy p on t using (n = any (array[1, 2]));
        create view v as select n from t where state = any (array['a', 'b']);
        """);
  }

  @Test
  void partitionsCreatedAtRunTimeWithInheritedKeysIndexesTriggersAndForeignKeys() {
    String parent =
        """
        create table device (id integer primary key);
        create function f() returns trigger language plpgsql as 'begin return null; end';
        create table reading (
          device integer references device, at date, n integer check (n > 0), primary key (device, at)
        ) partition by range (at);
        create index reading_n on reading (n);
        create trigger tell after insert on reading for each row execute function f();
        create table reading_1 partition of reading for values from ('2024-01-01') to ('2025-01-01');
        """;
    String more =
        """
        create table reading_2 partition of reading for values from ('2025-01-01') to ('2026-01-01');
        create table reading_3 (n integer, at date not null, device integer not null,
          constraint reading_n_check check (n > 0), constraint own_name primary key (device, at));
        alter table reading attach partition reading_3 for values from ('2026-01-01') to ('2027-01-01');
        create table reading_rest partition of reading default;
        """;
    SchemaModel expected = read(server.createDatabase(parent));
    SchemaModel live = read(server.createDatabase(parent, more));

    assertThat(with(Set.of(Aspect.COLUMN_ORDER), expected, live)).isEmpty();
    assertThat(all(expected, live))
        .containsExactly(
            "table \"public.reading_2\" is not expected",
            "table \"public.reading_3\" is not expected",
            "table \"public.reading_rest\" is not expected");
  }

  @Test
  void triggerOnAPartitionedTableIsClonedToEveryPartition() {
    String script =
        """
        create function f() returns trigger language plpgsql as 'begin return null; end';
        create table reading (at date) partition by range (at);
        create table reading_1 partition of reading for values from ('2024-01-01') to ('2025-01-01');
        create trigger tell after insert on reading for each row execute function f();
        """;
    SchemaModel model = read(server.createDatabase(script));

    assertThat(model.tables())
        .flatExtracting(
            table -> table.triggers().stream().map(trigger -> table.name().name()).toList())
        .containsExactly("reading");
  }

  @Test
  void objectsThatBelongToAnExtensionAndGrantsOnThem() {
    String script = "create extension pg_trgm; create extension pg_stat_statements;";
    String changed =
        """
        revoke all on function similarity(text, text) from public;
        grant select on pg_stat_statements to postgres with grant option;
        grant execute on function show_limit() to postgres with grant option;
        """;
    SchemaModel model = read(server.createDatabase(script, changed));

    assertThat(all(read(server.createDatabase(script)), model)).isEmpty();
    assertThat(model.objects())
        .extracting(object -> object.kind().words())
        .containsOnly("schema", "extension");
  }

  @Test
  void extensionInstalledInAnotherSchemaOnOneSide() {
    SchemaModel expected =
        read(server.createDatabase("create schema x; create extension citext schema x"));
    SchemaModel live = read(server.createDatabase("create schema x; create extension citext"));

    assertThat(plain(expected, live)).isEmpty();
    assertThat(all(expected, live)).containsExactly("extension \"citext\": schema");
  }

  @Test
  void defaultPrivilegesAndGrantsThatDifferByRoleMembership() {
    server.run("postgres", "create role operator in role pg_read_all_data");
    String script =
        "create table t (a integer); create function f() returns int language sql return 1;";
    SchemaModel expected = read(server.createDatabase(script));
    SchemaModel live =
        read(
            server.createDatabase(
                "alter default privileges grant select on tables to operator",
                script,
                "grant operator to postgres",
                "alter function f() owner to operator"));

    assertThat(plain(expected, live)).isEmpty();
    assertThat(all(expected, live))
        .containsExactlyInAnyOrder(
            "default privileges \"postgres, tables\" is not expected",
            "function \"public.f()\": owner",
            "table \"public.t\": grants");
  }

  @Test
  void serialAgainstSequenceAndDefaultAndOwnedBy() {
    equal(
        "create table t (id serial, big bigserial, little smallserial)",
        """
        create sequence t_little_seq as smallint;
        create sequence t_big_seq;
        create sequence t_id_seq as integer;
        create table t (
          id integer not null default nextval('public.t_id_seq'::regclass),
          big bigint not null default nextval('t_big_seq'),
          little smallint not null default nextval('t_little_seq'));
        alter sequence t_id_seq owned by t.id;
        alter sequence t_big_seq owned by t.big;
        alter sequence t_little_seq owned by t.little;
        """);
  }

  @Test
  void identityColumnMadeByHandOnTheLiveSide() {
    SchemaModel expected = read(server.createDatabase("create table t (id integer not null)"));
    SchemaModel live =
        read(
            server.createDatabase(
                "create table t (id integer not null)",
                "alter table t alter id add generated always as identity"));

    assertThat(all(expected, live)).containsExactly("column \"public.t.id\": identity");
  }

  @Test
  void expressionIndexIsNotAlwaysChanged() {
    equal(
        """
        create table t (x text, y text);
        create index i on t using gin (to_tsvector('simple', x));
        create index j on t (lower(x), coalesce(y, ''), (x || y), ((x is null)));
        """,
        """
        create table t (x text, y text);
        create index i on t using gin (to_tsvector('simple'::regconfig, x));
        create index j on t (lower(t.x), (coalesce(t.y, ''::text)), (t.x || t.y), (t.x is null));
        """);
  }

  @Test
  void columnOrderAfterAlterTableAddColumn() {
    SchemaModel expected =
        read(server.createDatabase("create table t (a integer, b text, c date)"));
    SchemaModel live =
        read(
            server.createDatabase(
                "create table t (a integer, c date)", "alter table t add b text"));

    assertThat(plain(expected, live)).isEmpty();
    assertThat(all(expected, live))
        .containsExactly("column \"public.t.b\": position", "column \"public.t.c\": position");
  }

  @Test
  void systemSchemasAndTemporarySchemasAcrossVersions() throws SQLException {
    for (int major : Databases.versions()) {
      PostgresServer any = Databases.postgres(major);
      String database = any.createDatabase();
      try (Connection connection = any.connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            create temporary table scratch (id serial primary key, kind text check (kind <> ''));
            create temporary view seen as select id from scratch;
            create function pg_temp.f() returns integer language sql return 1;
            create type pg_temp.e as enum ('a');
            """);
        assertThat(Looks.at(any, database).objects())
            .as("PostgreSQL " + major)
            .extracting(object -> object.kind().words() + " " + object.name())
            .containsExactly("schema public");
      }
    }
  }

  @Test
  void executeProcedureAgainstExecuteFunctionInTriggers() {
    String function =
        "create function f() returns trigger language plpgsql as 'begin return new; end';";
    String table = function + "create table t (a integer);";
    equal(
        table + "create trigger x before insert on t for each row execute procedure f()",
        table + "create trigger x before insert on t for each row execute function f()");
  }

  @Test
  void notNullConstraintsInTheCatalogsOfPostgres18() {
    PostgresServer before = Databases.oldest();
    String script =
        """
        create table t (id integer primary key, a integer not null, b integer constraint own not null);
        create table child () inherits (t);
        create domain d as text not null;
        """;
    SchemaModel live = read(server.createDatabase(script));

    SchemaModel expected = Looks.at(before, before.createDatabase(script));
    assertThat(with(Set.of(Aspect.NOT_NULL_NAMES), expected, live)).isEmpty();
    SchemaModel unnamed = read(server.createDatabase(script.replace("constraint own ", "")));
    assertThat(plain(unnamed, live)).isEmpty();
    if (server.major() >= 18) {
      assertThat(all(unnamed, live)).contains("column \"public.t.b\": not null name");
    }
  }

  @Test
  void commentsOnObjectsOfTheSameNameInTwoSchemas() {
    String script =
        """
        create schema a;
        create schema b;
        create table a.t (id integer constraint c check (id > 0));
        create table b.t (id integer constraint c check (id > 0));
        """;
    SchemaModel plain = read(server.createDatabase(script));
    SchemaModel commented =
        read(
            server.createDatabase(
                script,
                """
                comment on table b.t is 'of b';
                comment on column b.t.id is 'of b';
                comment on constraint c on b.t is 'of b';
                """));

    assertThat(all(plain, commented))
        .containsExactly(
            "table \"b.t\": comment", "column \"b.t.id\": comment", "check \"b.t.c\": comment");
  }

  @Test
  void orderIsTheSameInTwoRunsOfTheSameComparison() {
    String one = server.createDatabase(tables("t_", 1, 200));
    String other = server.createDatabase(tables("t_", 101, 300));
    SchemaDiff diff = new SchemaDiff(Set.of());

    assertThat(diff.compare(read(one), read(other)))
        .hasSize(200)
        .isEqualTo(diff.compare(read(one), read(other)));
  }

  @Test
  void currentValuesOfSequences() {
    String script = "create sequence s; create table t (id integer generated always as identity);";
    SchemaModel expected = read(server.createDatabase(script));
    SchemaModel live =
        read(
            server.createDatabase(
                script,
                "select setval('s', 1000)",
                "insert into t select from generate_series(1, 50)",
                "alter table t alter id restart with 400",
                "alter sequence s restart with 77"));

    assertThat(all(expected, live)).isEmpty();
  }

  private static String tables(String prefix, int from, int to) {
    return """
    do $$ begin for i in %d..%d loop
      execute format('create table %s%%s (id integer)', i);
    end loop; end $$;
    """
        .formatted(from, to, prefix);
  }

  private void equal(String one, String other) {
    assertThat(all(read(server.createDatabase(one)), read(server.createDatabase(other)))).isEmpty();
  }

  private SchemaModel read(String database) {
    return Looks.at(server, database);
  }

  /** What differs with every aspect. */
  private static List<String> all(SchemaModel expected, SchemaModel actual) {
    return Looks.differences(expected, actual);
  }

  /** What differs in the schema proper. */
  private static List<String> plain(SchemaModel expected, SchemaModel actual) {
    return with(Set.of(), expected, actual);
  }

  private static List<String> with(Set<Aspect> aspects, SchemaModel expected, SchemaModel actual) {
    return new SchemaDiff(aspects).compare(expected, actual).stream().map(Looks::line).toList();
  }
}
