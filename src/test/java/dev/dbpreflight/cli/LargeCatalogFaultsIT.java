package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Fault;
import dev.dbpreflight.support.Fault.Effect;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.LargeCatalog;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that fails while two sessions read: the whole schema is read, or none of it. */
class LargeCatalogFaultsIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int PLACES = 10;

  @TempDir private static Path folder;
  private static PostgresServer server;
  private static String database;
  private static byte[] whole;
  private static long answer;

  @BeforeAll
  static void knowsTheWholeAnswer() throws IOException {
    server = Databases.newest();
    database = server.createDatabase("CREATE TABLE shops (id integer PRIMARY KEY, name text)");
    LargeCatalog.make(server, database);
    try (FaultProxy proxy = FaultProxy.to(server)) {
      FaultRun run = snapshot(proxy, LONG, folder.resolve("whole.json"));
      assertThat(run.run().exitCode()).as(run.toString()).isZero();
      answer = proxy.answeredBytes();
    }
    whole = Files.readAllBytes(folder.resolve("whole.json"));
  }

  private static FaultRun snapshot(FaultProxy proxy, Duration limit, Path file) {
    return FaultRun.of(
        limit, List.of("snapshot", proxy.url(database), "--output", file.toString()));
  }

  static Stream<Arguments> breaks() {
    return Stream.of(Effect.RESET, Effect.END, Effect.HALF_CLOSED)
        .flatMap(effect -> Stream.of(2, 5, 8).map(place -> Arguments.of(effect, place)));
  }

  /** Each connection breaks after so much; one that carries less than the other may get through. */
  @ParameterizedTest
  @MethodSource("breaks")
  void aBreakLeavesNothingOut(Effect effect, int place) throws IOException {
    Path file = folder.resolve(effect + "-" + place + ".json");
    try (FaultProxy proxy =
        FaultProxy.to(server).with(Fault.afterBytes(answer * place / PLACES, effect))) {
      FaultRun run = snapshot(proxy, LONG, file);
      run.assertHonest();
      if (run.run().exitCode() == 0) {
        assertThat(file).hasBinaryContent(whole);
      } else {
        run.assertInconclusive("ended the connection", "the connection was closed before");
        assertThat(file).doesNotExist();
      }
    }
  }

  static Stream<Integer> silences() {
    return Stream.of(1, 4);
  }

  @ParameterizedTest
  @MethodSource("silences")
  void silenceEndsWithTheDeadline(int place) {
    try (FaultProxy proxy =
        FaultProxy.to(server).with(Fault.afterBytes(answer * place / PLACES, Effect.SILENCE))) {
      snapshot(proxy, SHORT, folder.resolve("silence-" + place + ".json"))
          .assertInconclusive(": time ran out after 2 s, waiting for the server");
    }
  }
}
