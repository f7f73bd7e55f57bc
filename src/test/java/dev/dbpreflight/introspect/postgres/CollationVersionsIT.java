package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.CollationDrift;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CollationVersionsIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  static Stream<PostgresServer> since15() {
    return servers().filter(server -> server.major() >= 15);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void onlyCollationsInUseAreHeldAgainstTheLibrary(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create collation app.used (provider = icu, locale = 'de');
            create collation app.unused (provider = icu, locale = 'de');
            create collation app.fine (provider = icu, locale = 'de');
            create table words (word text collate app.used, other text collate app.fine);
            update pg_collation set collversion = '1.2' where collname in ('used', 'unused');
            """);
    String actual =
        server
            .strings(
                reading.database(), "select collversion from pg_collation where collname = 'fine'")
            .getFirst();

    assertThat(facts(reading).collations())
        .containsExactly(new CollationDrift("app.used", "1.2", actual));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("since15")
  void theDefaultCollationOfTheDatabaseIsLookedAtToo(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server);
    String database = reading.database();
    // The servers of the tests sort by bytes, which has no version: give them one that differs.
    server.createDatabaseNamed(
        database + "_icu",
        "template template0 locale_provider icu icu_locale 'de' locale 'C' encoding 'UTF8'");
    server.run(
        "postgres",
        "update pg_database set datcollversion = '1.2' where datname = '" + database + "_icu'");

    LiveFacts facts = facts(new CatalogReading(server, database + "_icu"));

    assertThat(facts.collations())
        .extracting(CollationDrift::name, CollationDrift::recorded)
        .containsExactly(tuple("default of database " + database + "_icu", "1.2"));
    assertThat(facts.notRead()).isEmpty();
    assertThat(facts(reading).collations()).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("since15")
  void aDefaultCollationWithoutARecordedVersionIsNotRead(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server);
    String name = reading.database() + "_icu";
    server.createDatabaseNamed(
        name, "template template0 locale_provider icu icu_locale 'de' locale 'C' encoding 'UTF8'");
    server.run(
        "postgres", "update pg_database set datcollversion = null where datname = '" + name + "'");

    assertThat(facts(new CatalogReading(server, name)).notRead())
        .extracting(NotRead::fact)
        .containsExactly("version of the collation \"default of database " + name + "\"");
  }

  private static LiveFacts facts(CatalogReading reading) {
    try (Session session = reading.session()) {
      return LiveReader.read(session, SchemaBuilder.postgres(reading.server().major()).build())
          .facts();
    }
  }
}
