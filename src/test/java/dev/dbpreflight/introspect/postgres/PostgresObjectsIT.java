package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.global;
import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas, extensions, extended statistics, and what holds for all areas. */
class PostgresObjectsIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anEmptyDatabaseHasOnlyTheSchemaPublic(PostgresServer server) {
    CatalogReading empty = CatalogReading.of(server);

    Attributes before15 =
        new Attributes(
            "postgres",
            List.of(
                new Grant("PUBLIC", "CREATE", false),
                new Grant("PUBLIC", "USAGE", false),
                new Grant("postgres", "CREATE", false),
                new Grant("postgres", "USAGE", false)),
            "");
    Attributes since15 =
        new Attributes(
            "pg_database_owner",
            List.of(
                new Grant("PUBLIC", "USAGE", false),
                new Grant("pg_database_owner", "CREATE", false),
                new Grant("pg_database_owner", "USAGE", false)),
            "");
    try (Session session = empty.session()) {
      assertThat(CatalogReading.objects(session))
          .containsExactly(new Schema(global("public"), server.major() < 15 ? before15 : since15));
    }
    assertThat(empty.unsupported()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aSchemaHasItsPrivilegesAndComment(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            drop schema public;
            create role "odd - + 'role'";
            create schema "App x";
            comment on schema "App x" is 'it''s ours';
            grant usage on schema "App x" to "odd - + 'role'" with grant option;
            grant create on schema "App x" to public;
            """);

    assertThat(reading.objects(ObjectKind.SCHEMA))
        .containsExactly(
            new Schema(
                global("App x"),
                new Attributes(
                    "postgres",
                    List.of(
                        new Grant("PUBLIC", "CREATE", false),
                        new Grant("odd - + 'role'", "USAGE", true),
                        new Grant("postgres", "CREATE", false),
                        new Grant("postgres", "USAGE", false)),
                    "it's ours")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theMembersOfExtensionsAndGrantsOnThemAreLeftOut(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create extension citext schema app;
            create extension hstore;
            create extension pg_trgm;
            create extension btree_gist;
            create extension postgres_fdw;
            create extension unaccent;
            revoke execute on function similarity(text, text) from public;
            comment on extension citext is 'ours';
            create table users (name app.citext, data hstore);
            """);

    List<SchemaObject> objects =
        reading.objects(ObjectKind.values()).stream()
            .filter(object -> object.kind() != ObjectKind.SCHEMA)
            .toList();
    assertThat(objects)
        .allSatisfy(object -> assertThat(object).isInstanceOf(Extension.class))
        .extracting(object -> object.name().name())
        .containsExactly("btree_gist", "citext", "hstore", "pg_trgm", "postgres_fdw", "unaccent");
    Extension citext = (Extension) objects.get(1);
    String version = citext.version();
    assertThat(citext).isEqualTo(new Extension(global("citext"), "app", version, "ours"));
    assertThat(version).matches("1\\.\\d");
    assertThat(reading.unsupported()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void extendedStatisticsListColumnsByName(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create table public.t (z int, "b, c" int, a int);
            create statistics app.on_columns (ndistinct, dependencies) on z, "b, c", a from t;
            create statistics app.on_one on (a * 2) from t;
            create statistics app.on_both (mcv) on a, (z + 1), (lower(a::text)) from t;
            alter statistics app.on_both set statistics 50;
            comment on statistics app.on_both is 'skewed';
            """);

    ObjectName table = new ObjectName("public", "t");
    assertThat(reading.objects(ObjectKind.STATISTICS))
        .containsExactly(
            new ExtendedStatistics(
                name("on_both"),
                table,
                List.of("mcv"),
                List.of("a", "(z + 1)", "lower((a)::text)"),
                50,
                owned("skewed")),
            new ExtendedStatistics(
                name("on_columns"),
                table,
                List.of("dependencies", "ndistinct"),
                List.of("a", "b, c", "z"),
                -1,
                owned("")),
            new ExtendedStatistics(
                name("on_one"), table, List.of(), List.of("(a * 2)"), -1, owned("")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aRoleThatMayOnlyConnectSeesTheSame(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create role visitor login;
            create schema app;
            create extension hstore;
            create type app.mood as enum ('sad');
            create type app.pair as (a int, b app.mood);
            create domain app.positive as int check (value > 0);
            create type app.span as range (subtype = float8);
            create collation app.plain (locale = 'C');
            create table app.t (id int primary key, a int, b int);
            create statistics app.s on a, b from app.t;
            create function app.f(app.mood) returns int language sql
              begin atomic select id from app.t limit 1; end;
            create aggregate app.total(int) (sfunc = int4pl, stype = int);
            create function app.g(app.mood, int) returns int language sql as 'select 1';
            create operator app.=== (leftarg = app.mood, rightarg = int, function = app.g);
            create cast (app.mood as int) with function app.f(app.mood);
            create text search configuration app.words (copy = simple);
            create text search dictionary app.known (template = simple);
            create function app.watch() returns event_trigger language plpgsql as 'begin end';
            create event trigger watch on sql_drop execute function app.watch();
            create publication p for table app.t;
            create foreign data wrapper w options (token 'x');
            create server remote foreign data wrapper w options (host 'h');
            create user mapping for public server remote options (password 'x');
            alter default privileges in schema app grant select on tables to visitor;
            create operator family app.family using hash;
            revoke usage on schema app from public;
            """);

    List<SchemaObject> all = reading.objects(ObjectKind.values());
    try (Session visitor = reading.session("visitor")) {
      assertThat(CatalogReading.objects(visitor)).isEqualTo(all).hasSizeGreaterThan(20);
      assertThat(UnsupportedObjects.grouped(visitor.ask(UnsupportedObjects.query())))
          .isEqualTo(reading.unsupported());
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatAProviderPutIntoANewDatabaseIsLeftOut(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create role rdsadmin;
            create function db_session_replication_role(text) returns int language sql
              as 'select 1';
            alter function db_session_replication_role(text) owner to rdsadmin;
            """);

    try (Session session = reading.session()) {
      assertThat(new PostgresIntrospector().schema(session).objects())
          .extracting(SchemaObject::name)
          .containsExactly(global("public"));
    }
  }
}
