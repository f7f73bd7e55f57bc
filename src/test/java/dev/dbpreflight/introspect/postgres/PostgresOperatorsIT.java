package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.global;
import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aggregates, operators and casts. */
class PostgresOperatorsIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
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
