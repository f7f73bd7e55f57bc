package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions, window functions and procedures. */
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
}
