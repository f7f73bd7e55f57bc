package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same schema made by another route is the same schema. */
class FidelityIT {
  /** The newest version whose features the pg_dump of these tests knows. */
  private static final int DUMPED = 15;

  private static final List<Runnable> CLEAN_UP = new ArrayList<>();

  static List<Integer> versions() {
    return Databases.versions();
  }

  @AfterAll
  static void dropSubscriptions() {
    CLEAN_UP.forEach(Runnable::run);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyCaseLoadsOnAnEmptyDatabase(int major) {
    PostgresServer server = Databases.postgres(major);
    for (String name : Corpus.cases(major)) {
      String database = keep(server, Corpus.create(server, List.of(name)));
      assertThat(Looks.at(server, database).objects()).as(name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aRestoredDumpEqualsWhatWasDumped(int major) throws IOException {
    PostgresServer server = Databases.postgres(major);
    List<String> cases =
        Corpus.cases(major).stream().filter(name -> Corpus.since(name) <= DUMPED).toList();
    String original = keep(server, Corpus.create(server, cases));
    String restored = keep(server, server.createDatabase());

    ExternalTool.PSQL
        .command("-XqAt", "-v", "ON_ERROR_STOP=1", "-d", server.url(restored))
        .with("PGOPTIONS", "-c client_min_messages=error")
        .reading(dump(server, original))
        .run()
        .successful();

    SchemaModel expected = Looks.at(server, original);
    assertThat(expected.objects()).hasSizeGreaterThan(300);
    assertThat(Looks.differences(expected, Looks.at(server, restored))).isEmpty();
  }

  private static String dump(PostgresServer server, String database) throws IOException {
    try (ServerInDisguise disguise = new ServerInDisguise(server.major(), server.port())) {
      String port = Integer.toString(server.major() > DUMPED ? disguise.port() : server.port());
      Command dump =
          ExternalTool.PG_DUMP.command(
              "--schema-only", "-h", "localhost", "-p", port, "-U", "postgres");
      return dump.run(database).successful().out();
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aSchemaMadeByAlterEqualsTheOneMadeByCreate(int major) {
    PostgresServer server = Databases.postgres(major);
    List<String> cases = Corpus.alteredCases(major);
    String created = keep(server, Corpus.create(server, cases));
    String altered = keep(server, Corpus.createAltered(server, cases));

    assertThat(Looks.differences(Looks.at(server, created), Looks.at(server, altered))).isEmpty();
  }

  static Stream<Integer> versionsBeforeTheNewest() {
    return versions().stream().filter(major -> major < Databases.newest().major());
  }

  /** What two versions print differently can be unclear, but never more than is known. */
  @ParameterizedTest
  @MethodSource("versionsBeforeTheNewest")
  void theSameSchemaOnTheNewestVersionIsUnclearAtMost(int major) {
    List<String> cases = Corpus.cases(major);
    int newest = Databases.newest().major();
    List<String> differences =
        Looks.differences(
            whole(Databases.postgres(major), cases), whole(Databases.newest(), cases));

    assertThat(differences).allMatch(line -> line.endsWith(" (unclear)"));
    Golden.check(
        Path.of("src/test/resources/schemas/unclear-%d-%d.txt".formatted(major, newest)),
        differences.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  private static SchemaModel whole(PostgresServer server, List<String> cases) {
    return Looks.at(server, keep(server, Corpus.create(server, cases)));
  }

  private static String keep(PostgresServer server, String database) {
    CLEAN_UP.add(() -> Corpus.dropSubscriptions(server, database));
    return database;
  }
}
