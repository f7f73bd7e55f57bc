package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnsupportedObjectsIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyKindIsNamed(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create extension hstore;
            create operator class app.reversed for type int using btree as
              operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <,
              function 1 btint4cmp(int, int);
            create operator family app.wide using hash;
            create access method tree type index handler bthandler;
            create language mine handler plpgsql_call_handler;
            create conversion app.down for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
            create type app.shell;
            create type app.base;
            create function app.base_in(cstring) returns app.base language internal strict immutable
              as 'int4in';
            create function app.base_out(app.base) returns cstring language internal strict immutable
              as 'int4out';
            create type app.base (input = app.base_in, output = app.base_out, like = int4);
            create function app.from_sql(internal) returns internal language internal
              immutable as 'generate_series_int4_support';
            create transform for app.base language mine
              (from sql with function app.from_sql(internal));
            create function app.needs() returns int language sql as 'select 1';
            alter function app.needs() depends on extension hstore;
            """,
            "select lo_create(0) from generate_series(1, 3)");

    assertThat(reading.unsupported())
        .containsExactly(
            new Unsupported("access method", List.of("tree")),
            new Unsupported("base type", List.of("app.base")),
            new Unsupported("conversion", List.of("app.down")),
            new Unsupported("dependency on an extension", List.of("app.needs() on hstore")),
            new Unsupported("language", List.of("mine")),
            new Unsupported("large object", List.of("3 large objects")),
            new Unsupported("operator class", List.of("app.reversed using btree")),
            new Unsupported(
                "operator family", List.of("app.reversed using btree", "app.wide using hash")),
            new Unsupported("shell type", List.of("app.shell")),
            new Unsupported("transform", List.of("for app.base language mine")));
    assertThat(reading.objects(ObjectKind.ENUM, ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void largeObjectsAreCountedOnlySoFar(PostgresServer server) {
    CatalogReading many =
        CatalogReading.of(server, "select lo_create(0) from generate_series(1, 1001)");

    assertThat(many.unsupported())
        .containsExactly(new Unsupported("large object", List.of("more than 1000 large objects")));
  }
}
