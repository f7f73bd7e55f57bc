package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.BlackHole;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Fault;
import dev.dbpreflight.support.Fault.Effect;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.HostileServer;
import dev.dbpreflight.support.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that fails at any moment between dbpreflight and a server that is well. */
class NetworkFaultsIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** For faults that show at once: a machine under load is no part of them. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final String CLOSED_EARLY = "the connection was closed before it was ready";
  private static final String CLOSED_LATE = ": the server or the network ended the connection";
  private static final String SILENT_EARLY = "connected, but it did not let us in within 1 s";
  private static final String SILENT_LATE = ": time ran out after 1 s, waiting for the server";

  /** The answer about TLS and what lets the client in, at the least. */
  private static final int FIRST_MESSAGES = 12;

  private static PostgresServer server;
  private static String database;
  private static long answer;

  @BeforeAll
  static void knowsHowLongAWholeAnswerIs() {
    server = Databases.newest();
    database =
        server.createDatabase(
            """
            CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
            INSERT INTO alembic_version VALUES ('v1');
            CREATE TABLE shops (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
            CREATE VIEW shop_names AS SELECT name FROM shops;
            """);
    try (FaultProxy proxy = FaultProxy.to(server)) {
      CommandLineRun run = FaultRun.check(proxy.url(database), LONG).run();
      assertThat(run.exitCode()).as(run.toString()).isZero();
      answer = proxy.answeredBytes();
    }
  }

  private static FaultRun struckBy(Fault fault, Duration limit) {
    try (FaultProxy proxy = FaultProxy.to(server).with(fault)) {
      return FaultRun.check(proxy.url(database), limit);
    }
  }

  @Test
  void aBlackHole() {
    try (BlackHole hole = new BlackHole()) {
      FaultRun.check("postgresql://app@127.0.0.1:" + hole.port() + "/shop", SHORT)
          .assertInconclusive(": no answer within 1 s");
    }
  }

  static IntStream firstMessages() {
    return IntStream.range(0, FIRST_MESSAGES);
  }

  @ParameterizedTest
  @MethodSource("firstMessages")
  void aResetWhileTheServerLetsUsIn(int messages) {
    struckBy(Fault.afterMessages(messages, Effect.RESET), LONG).assertInconclusive(CLOSED_EARLY);
  }

  static Stream<Arguments> halvesAndLess() {
    return Stream.of(Effect.RESET, Effect.END, Effect.HALF_CLOSED)
        .flatMap(effect -> IntStream.range(3, 10).mapToObj(tenths -> Arguments.of(effect, tenths)));
  }

  @ParameterizedTest
  @MethodSource("halvesAndLess")
  void aBreakWhileReading(Effect effect, int tenths) {
    struckBy(Fault.afterBytes(answer * tenths / 10, effect), LONG).assertInconclusive(CLOSED_LATE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"END", "HALF_CLOSED"})
  void anEndBeforeAnything(Effect effect) {
    struckBy(Fault.afterBytes(0, effect), LONG).assertInconclusive(CLOSED_EARLY);
    struckBy(Fault.afterMessages(1, effect), LONG).assertInconclusive(CLOSED_EARLY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"SILENCE", "DRIP"})
  void silenceBeforeWeAreIn(Effect effect) {
    for (int messages : new int[] {1, 2, 4}) {
      struckBy(Fault.afterMessages(messages, effect), SHORT).assertInconclusive(SILENT_EARLY);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"SILENCE", "DRIP"})
  void silenceWhileReading(Effect effect) {
    for (int tenths : new int[] {4, 8}) {
      struckBy(Fault.afterBytes(answer * tenths / 10, effect), SHORT)
          .assertInconclusive(SILENT_LATE, SILENT_EARLY);
    }
  }

  @Test
  void aHandshakeThatStalls() {
    try (HostileServer stalled = new HostileServer(talk -> talk.aboutTls('S'))) {
      FaultRun.check(stalled.url(), SHORT).assertInconclusive(SILENT_EARLY);
      FaultRun.check(stalled.url() + "?sslmode=require", SHORT).assertInconclusive(SILENT_EARLY);
    }
  }

  /** Each byte of the whole talk may be the last one. */
  @Test
  void anyOfAThousandPlaces() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    List<Callable<Void>> cuts = new ArrayList<>();
    for (int cut = 0; cut < 1000; cut++) {
      Effect effect = random.nextBoolean() ? Effect.RESET : Effect.END;
      // The last answer is only to the end of the transaction: nothing hangs on it.
      Fault fault = Fault.afterBytes(random.nextLong(answer - 100), effect);
      cuts.add(() -> cut(fault, "-Dseed=" + seed));
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (Future<Void> cut : workers.invokeAll(cuts)) {
        cut.get();
      }
    }
  }

  private static Void cut(Fault fault, String repetition) {
    try {
      struckBy(fault, LONG).assertInconclusive(CLOSED_EARLY, CLOSED_LATE);
      return null;
    } catch (AssertionError e) {
      throw new AssertionError(fault + " of " + answer + " bytes; again with " + repetition, e);
    }
  }
}
