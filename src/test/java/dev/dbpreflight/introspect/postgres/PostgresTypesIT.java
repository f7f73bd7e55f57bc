package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of every form, and collations. */
class PostgresTypesIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
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
}
