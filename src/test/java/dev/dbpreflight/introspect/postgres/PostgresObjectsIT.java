package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.global;
import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas, extensions, types, collations, extended statistics, and what holds for all areas. */
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
  void typesAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create type app.mood as enum ('sad', 'happy', 'O''Hara, "x"');
            create type app.nothing as enum ();
            create type app.address as (street text collate "C", dropped int, codes numeric(5,2)[]);
            """,
            """
            alter type app.mood add value 'ok' before 'happy';
            alter type app.address drop attribute dropped;
            alter type app.address add attribute mood app.mood;
            create type app.empty as ();
            comment on type app.mood is 'how it is';
            comment on type app.address is 'where';
            comment on column app.address.street is 'and number';
            revoke usage on type app.mood from public;
            create table app.row_type_is_not_a_type (id int);
            create view app.neither as select 1 as x;
            """);

    assertThat(reading.objects(ObjectKind.ENUM, ObjectKind.COMPOSITE_TYPE))
        .containsExactly(
            new EnumType(
                name("mood"),
                List.of("sad", "ok", "happy", "O'Hara, \"x\""),
                owned("how it is", "USAGE")),
            new EnumType(name("nothing"), List.of(), owned("", "USAGE*")),
            new CompositeType(
                name("address"),
                List.of(
                    with(
                        with(Column.of("street", 1, "text"), "collation", "\"C\""),
                        "comment",
                        "and number"),
                    Column.of("codes", 2, "numeric(5,2)[]"),
                    Column.of("mood", 3, "app.mood")),
                owned("where", "USAGE*")),
            new CompositeType(name("empty"), List.of(), owned("", "USAGE*")));
  }

  private static Column with(Column column, String component, Object value) {
    return Records.with(column, component, value);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void domainsAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create domain app.plain as varchar(10);
            create domain app.full as text collate "C" default 'x' not null
              constraint short check (length(value) < 9);
            alter domain app.full add constraint late check (value <> 'y') not valid;
            comment on constraint short on domain app.full is 'why short';
            comment on domain app.full is 'filled';
            create domain app.second as app.plain;
            """);

    assertThat(reading.objects(ObjectKind.DOMAIN))
        .containsExactly(
            new DomainType(
                name("full"),
                "text",
                "\"C\"",
                true,
                SqlText.of("'x'::text"),
                List.of(
                    check("late", "(VALUE <> 'y'::text)", false, ""),
                    check("short", "(length(VALUE) < 9)", true, "why short")),
                owned("filled", "USAGE*")),
            domain("plain", "character varying(10)"),
            domain("second", "app.plain"));
  }

  private static DomainType domain(String name, String type) {
    return new DomainType(
        name(name), type, "", false, SqlText.NONE, List.of(), owned("", "USAGE*"));
  }

  private static Constraint.Check check(
      String name, String expression, boolean validated, String comment) {
    return new Constraint.Check(
        name, SqlText.of(expression), validated, true, false, false, comment);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void rangesComeWithoutTheirMultirangesConstructorsAndCasts(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create function app.gap(a time, b time) returns float8 language sql immutable
              as 'select extract(epoch from a - b)';
            create type app.hours as range (subtype = time, subtype_diff = app.gap,
              multirange_type_name = app.many_hours);
            create type app.words as range
              (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
            comment on type app.hours is 'open';
            """);

    assertThat(reading.objects(ObjectKind.RANGE, ObjectKind.CAST))
        .containsExactly(
            new RangeType(
                name("hours"),
                "time without time zone",
                "",
                "time_ops",
                "",
                "app.gap(time without time zone,time without time zone)",
                "app.many_hours",
                owned("open", "USAGE*")),
            new RangeType(
                name("words"),
                "text",
                "\"C\"",
                "text_pattern_ops",
                "",
                "",
                "app.words_multirange",
                owned("", "USAGE*")));
    assertThat(reading.objects(ObjectKind.FUNCTION))
        .extracting(SchemaObject::name)
        .containsExactly(name("gap(time without time zone, time without time zone)"));
    assertThat(reading.unsupported()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void collationsAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create collation app.same (locale = 'C');
            create collation app.two (lc_collate = 'C', lc_ctype = 'POSIX');
            create collation app.german
              (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
            comment on collation app.german is 'as in the book';
            """);

    assertThat(reading.objects(ObjectKind.COLLATION))
        .containsExactly(
            new Collation(
                name("german"), "icu", "de-u-co-phonebk", false, "", owned("as in the book")),
            new Collation(name("same"), "libc", "C", true, "", owned("")),
            new Collation(name("two"), "libc", "C/POSIX", true, "", owned("")));
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
}
