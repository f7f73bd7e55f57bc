package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.global;
import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions, procedures, aggregates, operators, casts. */
class PostgresRoutinesIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aFunctionIsReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create role caller;
            create function app.f(a int, inout b text default 'x', variadic c int[] default '{}')
              language plpgsql stable strict security definer leakproof parallel safe cost 5
              set search_path = app, public set work_mem = '1MB'
              as $$begin b := 'x'; end$$;
            comment on function app.f is 'does it';
            revoke execute on function app.f from public;
            grant execute on function app.f to caller with grant option;
            """);

    assertThat(reading.objects(ObjectKind.FUNCTION))
        .containsExactly(
            new Routine(
                name("f(integer, text, integer[])"),
                Routine.Form.FUNCTION,
                "a integer, INOUT b text DEFAULT 'x'::text,"
                    + " VARIADIC c integer[] DEFAULT '{}'::integer[]",
                "text",
                "plpgsql",
                "STABLE",
                "SAFE",
                true,
                true,
                true,
                "5",
                "0",
                List.of("search_path=app, public", "work_mem=1MB"),
                "",
                List.of(),
                SqlText.of("begin b := 'x'; end"),
                new Attributes(
                    "postgres",
                    List.of(
                        new Grant("caller", "EXECUTE", true),
                        new Grant("postgres", "EXECUTE", false)),
                    "does it")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyFormAndLanguageIsRead(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create table app.items (price numeric);
            create function app.c(text, text) returns real language c strict immutable
              as '$libdir/pg_trgm', 'similarity';
            create function app.internal(int, int) returns int language internal as 'int4pl';
            create procedure app.procedure(a int, inout b int) language plpgsql
              as 'begin b := a; end';
            create function app.rows() returns table (x int, y text) language sql rows 7
              as 'select 1, ''a''';
            create function app.standard(above numeric) returns bigint language sql
              begin atomic select count(*) from app.items where price > above; end;
            create function app.support(internal) returns internal language internal
              as 'generate_series_int4_support';
            create function app.supported(int) returns setof int language internal support app.support
              as 'generate_series_int4';
            create function app.window() returns bigint language internal window
              as 'window_row_number';
            """);

    assertThat(reading.objects(ObjectKind.FUNCTION, ObjectKind.PROCEDURE))
        .containsExactly(
            with(
                routine("c(text, text)", "text, text", "real", "c", "$libdir/pg_trgm, similarity"),
                "strict",
                true,
                "volatility",
                "IMMUTABLE",
                "cost",
                "1"),
            with(
                routine(
                    "internal(integer, integer)",
                    "integer, integer",
                    "integer",
                    "internal",
                    "int4pl"),
                "cost",
                "1"),
            with(
                routine("rows()", "", "TABLE(x integer, y text)", "sql", "select 1, 'a'"),
                "rows",
                "7"),
            routine(
                "standard(numeric)",
                "above numeric",
                "bigint",
                "sql",
                """
                BEGIN ATOMIC
                 SELECT count(*) AS count
                    FROM app.items
                   WHERE (items.price > standard.above);
                END\
                """),
            with(
                routine(
                    "support(internal)",
                    "internal",
                    "internal",
                    "internal",
                    "generate_series_int4_support"),
                "cost",
                "1"),
            with(
                routine(
                    "supported(integer)",
                    "integer",
                    "SETOF integer",
                    "internal",
                    "generate_series_int4"),
                "cost",
                "1",
                "rows",
                "1000",
                "support",
                "app.support(internal)"),
            with(
                routine("window()", "", "bigint", "internal", "window_row_number"),
                "cost",
                "1",
                "form",
                Routine.Form.WINDOW),
            with(
                routine(
                    "procedure(integer, integer)",
                    "IN a integer, INOUT b integer",
                    "",
                    "plpgsql",
                    "begin b := a; end"),
                "form",
                Routine.Form.PROCEDURE));
  }

  private static Routine routine(
      String name, String arguments, String returns, String language, String body) {
    return new Routine(
        name(name),
        Routine.Form.FUNCTION,
        arguments,
        returns,
        language,
        "VOLATILE",
        "UNSAFE",
        false,
        false,
        false,
        "100",
        "0",
        List.of(),
        "",
        List.of(),
        SqlText.of(body),
        owned("", "EXECUTE*"));
  }

  private static Routine with(Routine routine, Object... componentsAndValues) {
    Routine changed = routine;
    for (int index = 0; index < componentsAndValues.length; index += 2) {
      changed =
          Records.with(
              changed, (String) componentsAndValues[index], componentsAndValues[index + 1]);
    }
    return changed;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aggregatesListTheOptionsThatAreNotAtTheirDefault(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create aggregate app.full_sum(int) (sfunc = int4_avg_accum, stype = int8[], sspace = 32,
              finalfunc = int8_avg, finalfunc_modify = shareable, combinefunc = array_larger,
              initcond = '{0,0}', parallel = safe, msfunc = int4_avg_accum,
              minvfunc = int4_avg_accum_inv, mstype = int8[], msspace = 64, mfinalfunc = int8_avg,
              mfinalfunc_modify = read_write, minitcond = '{0,0}');
            create aggregate app.hypothetical(variadic "any" order by variadic "any")
              (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final,
              finalfunc_extra, hypothetical);
            create aggregate app.in_parallel(numeric) (sfunc = numeric_avg_accum, stype = internal,
              finalfunc = numeric_avg, combinefunc = numeric_avg_combine,
              serialfunc = numeric_avg_serialize, deserialfunc = numeric_avg_deserialize,
              parallel = restricted);
            create aggregate app.largest(x int) (sfunc = int4larger, stype = int, sortop = >);
            create aggregate app.ordered(float8 order by anyelement)
              (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final,
              finalfunc_extra, finalfunc_modify = read_only);
            comment on aggregate app.largest(int) is 'biggest';
            """);

    assertThat(reading.objects(ObjectKind.AGGREGATE))
        .containsExactly(
            aggregate(
                "full_sum(integer)",
                "",
                "SFUNC = int4_avg_accum(bigint[],integer)",
                "STYPE = bigint[]",
                "SSPACE = 32",
                "FINALFUNC = int8_avg(bigint[])",
                "FINALFUNC_MODIFY = SHAREABLE",
                "COMBINEFUNC = array_larger(anyarray,anyarray)",
                "INITCOND = {0,0}",
                "PARALLEL = SAFE",
                "MSFUNC = int4_avg_accum(bigint[],integer)",
                "MINVFUNC = int4_avg_accum_inv(bigint[],integer)",
                "MSTYPE = bigint[]",
                "MSSPACE = 64",
                "MFINALFUNC = int8_avg(bigint[])",
                "MFINALFUNC_MODIFY = READ_WRITE",
                "MINITCOND = {0,0}"),
            aggregate(
                "hypothetical(\"any\")",
                "",
                "ARGUMENTS = VARIADIC \"any\" ORDER BY VARIADIC \"any\"",
                "HYPOTHETICAL = true",
                "SFUNC = ordered_set_transition_multi(internal,\"any\")",
                "STYPE = internal",
                "FINALFUNC = rank_final(internal,\"any\")",
                "FINALFUNC_EXTRA = true"),
            aggregate(
                "in_parallel(numeric)",
                "",
                "SFUNC = numeric_avg_accum(internal,numeric)",
                "STYPE = internal",
                "FINALFUNC = numeric_avg(internal)",
                "COMBINEFUNC = numeric_avg_combine(internal,internal)",
                "SERIALFUNC = numeric_avg_serialize(internal)",
                "DESERIALFUNC = numeric_avg_deserialize(bytea,internal)",
                "PARALLEL = RESTRICTED"),
            aggregate(
                "largest(integer)",
                "biggest",
                "ARGUMENTS = x integer",
                "SFUNC = int4larger(integer,integer)",
                "STYPE = integer",
                "SORTOP = >(integer,integer)"),
            aggregate(
                "ordered(double precision, anyelement)",
                "",
                "ARGUMENTS = double precision ORDER BY anyelement",
                "SFUNC = ordered_set_transition(internal,\"any\")",
                "STYPE = internal",
                "FINALFUNC = percentile_disc_final(internal,double precision,anyelement)",
                "FINALFUNC_EXTRA = true",
                "FINALFUNC_MODIFY = READ_ONLY"));
    assertThat(reading.objects(ObjectKind.FUNCTION)).isEmpty();
  }

  private static Aggregate aggregate(String name, String comment, String... options) {
    return new Aggregate(name(name), List.of(options), owned(comment, "EXECUTE*"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void operatorsAreReadWholeAndShellsAreNotModelled(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create function app.eq(int, text) returns bool language sql immutable as 'select true';
            create operator app.=== (leftarg = int, rightarg = text, function = app.eq,
              commutator = operator(app.===), negator = operator(app.!==), restrict = eqsel,
              join = eqjoinsel, hashes, merges);
            create operator app.@#@ (rightarg = int, function = int4um);
            comment on operator app.@#@ (none, int) is 'minus';
            """);

    assertThat(reading.objects(ObjectKind.OPERATOR))
        .containsExactly(
            new Operator(
                name("===(integer, text)"),
                "app.eq(integer,text)",
                "boolean",
                "app.===(text,integer)",
                "app.!==(integer,text)",
                "eqsel(internal,oid,internal,integer)",
                "eqjoinsel(internal,oid,internal,smallint,internal)",
                true,
                true,
                owned("")),
            new Operator(
                name("@#@(NONE, integer)"),
                "int4um(integer)",
                "integer",
                "",
                "",
                "",
                "",
                false,
                false,
                owned("minus")));
    assertThat(reading.unsupported())
        .extracting(Object::toString)
        .containsExactly(
            "Unsupported[kind=shell operator,"
                + " names=[app.!==(integer, text), app.===(text, integer)]]");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void castsAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create type app.mood as enum ('sad');
            create type app.pair as (a int, b int);
            create function app.number(app.mood) returns int language sql as 'select 1';
            create cast (app.mood as int) with function app.number(app.mood) as assignment;
            create cast (app.pair as text) with inout as implicit;
            create cast (date as integer) without function;
            comment on cast (app.mood as int) is 'counts';
            """);

    assertThat(reading.objects(ObjectKind.CAST))
        .containsExactly(
            new Cast(
                global("app.mood AS integer"),
                "FUNCTION",
                "app.number(app.mood)",
                "ASSIGNMENT",
                "counts"),
            new Cast(global("app.pair AS text"), "INOUT", "", "IMPLICIT", ""),
            new Cast(global("date AS integer"), "BINARY", "", "EXPLICIT", ""));
  }
}
