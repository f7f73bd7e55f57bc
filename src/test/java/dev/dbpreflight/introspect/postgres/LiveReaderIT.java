package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveReaderIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatTheServerRefusesIsNotReadAndTheRestIs(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create role shut_out login;
            create table t (id serial primary key);
            revoke select on pg_catalog.pg_locks from public;
            """);
    SchemaBuilder schema = SchemaBuilder.postgres(server.major()).table("public.t", table -> {});

    try (Session session = reading.session("shut_out")) {
      LiveFacts facts = LiveReader.read(session, schema.build()).facts();

      assertThat(facts.sequences()).isEmpty();
      assertThat(facts.notRead())
          .extracting(NotRead::fact)
          .containsExactly("positions of sequences");
      assertThat(facts.notRead())
          .allMatch(
              fact ->
                  fact.reason().contains("pg_locks")
                      && fact.remedy().equals("GRANT SELECT ON pg_catalog.pg_locks TO shut_out"));
      assertThat(CatalogReading.objects(session)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void onlySequencesOfTheSchemaCount(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create table kept (id serial primary key);
            create sequence s;
            create sequence left_out;
            create table left_out_too (id serial primary key);
            """);
    SchemaBuilder schema =
        SchemaBuilder.postgres(server.major())
            .table("public.kept", table -> {})
            .sequence("public.s")
            .sequence("public.gone");

    try (Session session = reading.session()) {
      LiveFacts facts = LiveReader.read(session, schema.build()).facts();

      assertThat(facts.sequences()).hasSize(2);
      assertThat(facts.notRead()).isEmpty();
    }
  }
}
