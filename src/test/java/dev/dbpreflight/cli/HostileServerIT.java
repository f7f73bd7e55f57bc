package dev.dbpreflight.cli;

import dev.dbpreflight.support.Command.Result;
import dev.dbpreflight.support.HostileServer;
import dev.dbpreflight.support.HostileServer.Manner;
import dev.dbpreflight.support.HostileServer.Talk;
import dev.dbpreflight.support.InstalledLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What listens there is no server, or one that wants to do harm: it ends in time, in bounded memory
 * and with words for people.
 */
class HostileServerIT {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONGER = Duration.ofSeconds(2);

  /**
   * Where the memory is full, Java looks for room again and again, and all else waits; a busy
   * machine makes it worse.
   */
  private static final Duration FULL = Duration.ofSeconds(30);

  private static final String GARBLED = "does not talk like a PostgreSQL server";
  private static final String SILENT = "connected, but it did not let us in within 1 s";
  private static final byte[] NOTHING = new byte[0];

  @TempDir private static Path folder;
  private static InstalledLauncher launcher;

  @BeforeAll
  static void install() throws Exception {
    launcher = new InstalledLauncher(folder).withJar();
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        nonsense("negative length at login", SILENT, talk -> talk.greeted().header('R', -1)),
        nonsense("length of zero at login", SILENT, talk -> talk.greeted().header('R', 0)),
        nonsense(
            "longest length at login",
            SILENT,
            talk -> talk.greeted().header('R', Integer.MAX_VALUE)),
        nonsense(
            "longest error at login",
            SILENT,
            talk -> talk.greeted().header('E', Integer.MAX_VALUE)),
        nonsense("negative error at login", GARBLED, talk -> talk.greeted().header('E', -5)),
        nonsense(
            "unknown type at login", GARBLED, talk -> talk.greeted().message('!', new byte[8])),
        nonsense(
            "unknown way to log in",
            "a way to log in that is not known here",
            talk -> talk.greeted().message('R', 0, 0, 0, 99)),
        nonsense(
            "unfinished texts", "cannot connect to", talk -> talk.greeted().message('E', 'S', 'x')),
        nonsense("negative length", SILENT, talk -> talk.letIn().asked().header('T', -1)),
        nonsense(
            "longest length", SILENT, talk -> talk.letIn().asked().header('T', Integer.MAX_VALUE)),
        nonsense("unknown type", GARBLED, talk -> talk.letIn().asked().message('!', new byte[8])),
        nonsense(
            "longest error", SILENT, talk -> talk.letIn().asked().header('E', Integer.MAX_VALUE)),
        nonsense("negative error", GARBLED, talk -> talk.letIn().asked().header('E', -5)),
        nonsense(
            "rows without columns", GARBLED, talk -> talk.letIn().asked().row(NOTHING).ready()),
        nonsense(
            "negative field",
            GARBLED,
            talk -> talk.letIn().asked().columns().message('D', 0, 1, -1, -1, -1, -5)),
        nonsense(
            "field longer than its row",
            SILENT,
            talk -> talk.letIn().asked().columns().message('D', 0, 1, 0x7f, -1, -1, -1)),
        nonsense(
            "more fields than there can be",
            SILENT,
            talk -> talk.letIn().asked().columns().message('D', -1, -1)),
        nonsense("no answer at all", GARBLED, talk -> talk.letIn().asked().ready()),
        nonsense(
            "another encoding",
            "client_encoding parameter was changed",
            talk -> talk.letIn().asked().parameter("client_encoding", "x")),
        nonsense("a wish to copy", SILENT, talk -> talk.letIn().asked().message('G', 0, 0, 0)),
        nonsense("noise", GARBLED, HostileServerIT::noise));
  }

  private static Arguments nonsense(String name, String cause, Manner manner) {
    return Arguments.of(name, cause, manner);
  }

  private static void noise(Talk talk) throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    talk.letIn().asked().bytes(noise);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nonsense")
  void nonsenseIsToldAsSuch(String name, String cause, Manner manner) {
    try (HostileServer server = new HostileServer(manner)) {
      FaultRun.check(server.url(), SHORT).assertInconclusive(cause);
    }
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        endless("rows", talk -> talk.columns(), talk -> talk.row(NOTHING)),
        endless("large rows", talk -> talk.columns(), talk -> talk.row(new byte[1 << 20])),
        endless(
            "one field",
            talk ->
                talk.columns()
                    .header('D', Integer.MAX_VALUE)
                    .bytes((byte) 0, (byte) 1, (byte) 0x7f, (byte) -1, (byte) -1, (byte) 0),
            talk -> talk.bytes(new byte[65536])),
        endless("notices", talk -> {}, talk -> talk.notice('N', "SNOTICE", "C00000", "Mhello")),
        endless("parameters", talk -> {}, talk -> talk.parameter("x" + System.nanoTime(), "y")),
        endless("results", talk -> {}, talk -> talk.message('C', 'S', 'E', 'T', 0)),
        endless("errors", talk -> {}, talk -> talk.notice('E', "SERROR", "CXX000", "Mhello")));
  }

  private interface Part {
    void of(Talk talk) throws IOException;
  }

  private static Arguments endless(String name, Part first, Part next) {
    Manner manner =
        talk -> {
          talk.letIn().asked();
          first.of(talk);
          while (true) {
            next.of(talk);
          }
        };
    return Arguments.of(name, manner);
  }

  /** In a process of its own, with the memory that the launcher gives. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void whatNeverEndsIsEnded(String name, Manner manner) {
    try (HostileServer server = new HostileServer(manner)) {
      long start = System.nanoTime();
      Result result =
          launcher
              .command()
              .run(
                  "check",
                  server.url(),
                  "--connect-retry",
                  "0s",
                  "--timeout",
                  LONGER.toSeconds() + "s");
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      new FaultRun(new CommandLineRun(result.exitCode(), result.out(), result.err()), FULL, took)
          .assertInconclusive(
              "did not let us in within 2 s",
              "cannot read the server's answers: time ran out after 2 s",
              "dbpreflight ran out of memory");
    }
  }
}
