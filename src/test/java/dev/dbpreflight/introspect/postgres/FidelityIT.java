package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same schema made by another route is the same schema. */
class FidelityIT {
  /** The newest version whose features the pg_dump of these tests knows. */
  private static final int DUMPED = 15;

  static List<Integer> versions() {
    return Databases.versions();
  }

  static List<Integer> oldestAndNewest() {
    return Databases.oldestAndNewestVersion();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void everyCaseLoadsOnAnEmptyDatabase(int major) {
    PostgresServer server = Databases.postgres(major);
    for (String name : Corpus.cases(major)) {
      String database = Corpus.create(server, List.of(name));
      assertThat(Looks.at(server, database).objects()).as(name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aRestoredDumpEqualsWhatWasDumped(int major) throws IOException {
    PostgresServer server = Databases.postgres(major);
    List<String> cases =
        Corpus.cases(major).stream().filter(name -> Corpus.since(name) <= DUMPED).toList();
    String original = Corpus.create(server, cases);
    String restored = server.createDatabase();

    ExternalTool.PSQL
        .command("-XqAt", "-v", "ON_ERROR_STOP=1", "-d", server.url(restored))
        .with("PGOPTIONS", "-c client_min_messages=error")
        .reading(dump(server, original))
        .run()
        .successful();

    SchemaModel expected = Looks.at(server, original);
    assertThat(expected.objects().size()).isGreaterThan(200);
    assertThat(Looks.differences(expected, Looks.at(server, restored))).isEmpty();
  }

  private static String dump(PostgresServer server, String database) throws IOException {
    try (ServerInDisguise disguise = new ServerInDisguise(server.major(), server.port())) {
      int port = server.major() > DUMPED ? disguise.port() : server.port();
      String url = server.url(database).replace(":" + server.port() + "/", ":" + port + "/");
      return ExternalTool.PG_DUMP.command("--schema-only", "-d", url).run().successful().out();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aSchemaMadeByAlterEqualsTheOneMadeByCreate(int major) {
    PostgresServer server = Databases.postgres(major);
    List<String> cases = Corpus.alteredCases(major);
    String created = Corpus.create(server, cases);
    String altered = Corpus.createAltered(server, cases);

    assertThat(Looks.differences(Looks.at(server, created), Looks.at(server, altered))).isEmpty();
  }

  static Stream<Integer> versionsBeforeTheNewest() {
    return versions().stream().filter(major -> major < Databases.newest().major());
  }

  /**
   * Not even unclear: what versions print differently is proven to be the same. What they set up
   * differently by themselves, the owner of "public" and the extensions they bring, is a true
   * difference and is levelled here.
   */
  @ParameterizedTest
  @MethodSource("versionsBeforeTheNewest")
  void theSameSchemaOnTheNewestVersionIsTheSame(int major) {
    List<String> cases = Corpus.cases(major);
    SchemaModel old = levelled(Databases.postgres(major), cases);
    SchemaModel young = levelled(Databases.newest(), cases);
    Set<Aspect> aspects = EnumSet.complementOf(EnumSet.of(Aspect.EXTENSION_VERSIONS));

    assertThat(new SchemaDiff(aspects).compare(old, young)).extracting(Looks::line).isEmpty();
    assertThat(new SchemaDiff(aspects).compare(young, old)).extracting(Looks::line).isEmpty();
  }

  private static SchemaModel levelled(PostgresServer server, List<String> cases) {
    String database = Corpus.create(server, cases);
    server.run(
        database,
        """
        alter schema public owner to postgres;
        revoke all on schema public from public, pg_database_owner;
        grant usage on schema public to public;
        """);
    return Looks.at(server, database);
  }
}
