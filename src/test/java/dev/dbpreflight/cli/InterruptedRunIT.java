package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run leaves behind when a signal ends it: nothing. */
@EnabledOnOs(OS.LINUX)
class InterruptedRunIT {
  private static final String SLEEPERS =
      "select pid from pg_stat_activity"
          + " where application_name = 'dbpreflight' and wait_event = 'PgSleep'";

  private static PostgresServer server;
  private static String database;

  @TempDir private Path folder;

  @BeforeAll
  static void makeDatabase() {
    server = Databases.newest();
    database = server.createDatabase("CREATE TABLE item (id int PRIMARY KEY)");
  }

  private void writeCheck(String query) throws IOException {
    Files.writeString(
        folder.resolve("slow.yaml"),
        """
        extends: before-deploy
        checks:
          slow:
            sql:
              - {query: "%s", expect: 0, timeout: 55s}
        """
            .formatted(query));
  }

  private SignalledRun slow(String url) throws IOException {
    return SignalledRun.start(
        folder, List.of(), "check", url, "--checks", "slow.yaml", "--check", "slow");
  }

  private static void awaitSleepers(int count) throws Exception {
    for (int attempt = 0; attempt < 400; attempt++) {
      if (server.strings("postgres", SLEEPERS).size() == count) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not " + count + " sessions: " + server.strings("postgres", SLEEPERS));
  }

  private static void saysOnlyThatItWasInterrupted(SignalledRun run) throws IOException {
    assertThat(run.out()).isEmpty();
    String err = run.err();
    assertThat(err.substring(Math.max(0, err.indexOf("error: "))))
        .startsWith("error: interrupted while ")
        .contains("\n  next:   ")
        .hasLineCount(4);
    assertThat(err).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void theQueryOnTheServerIsCancelled(String signal, int code) throws Exception {
    writeCheck("select count(pg_sleep(50))");
    try (SignalledRun run = slow(server.url(database))) {
      awaitSleepers(1);
      run.signal(signal);
      assertThat(run.exitCode()).isEqualTo(code);
      saysOnlyThatItWasInterrupted(run);
      awaitSleepers(0);
    }
  }

  @Test
  void theQueryIsCancelledThroughASocketFileToo() throws Exception {
    String sockets =
        server.strings("postgres", "SHOW unix_socket_directories").getFirst().split(",")[0];
    writeCheck("select count(pg_sleep(50))");
    String url = "postgresql://postgres@/" + database + "?host=" + sockets;
    try (SignalledRun run = slow(url + "&port=" + server.port())) {
      awaitSleepers(1);
      run.signal("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      saysOnlyThatItWasInterrupted(run);
      awaitSleepers(0);
    }
  }

  @Test
  void aServerThatIsSilentDoesNotHoldItUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SignalledRun run =
            SignalledRun.start(
                folder,
                List.of(),
                "check",
                "postgresql://app@127.0.0.1:" + silent.getLocalPort() + "/shop")) {
      silent.accept();
      run.signal("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      saysOnlyThatItWasInterrupted(run);
    }
  }

  @Test
  void aPauseBetweenAttemptsEndsAtOnce() throws Exception {
    String url = "postgresql://app@127.0.0.1:1/shop";
    for (String option : List.of("--connect-retry", "--wait")) {
      try (SignalledRun run =
          SignalledRun.start(folder, List.of(), "check", url, option, "10m", "--timeout", "11m")) {
        run.awaitWords("attempt 3");
        run.signal("INT");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(run.err()).contains("\nerror: interrupted while connecting to " + url);
      }
    }
  }

  @Test
  void aQueryOnAFileIsBrokenOff() throws Exception {
    Path file = Databases.sqlite(folder, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
    writeCheck(
        "with recursive n (i) as (select 1 union all select i + 1 from n)"
            + " select count(*) from n");
    try (SignalledRun run =
        SignalledRun.start(
            folder,
            List.of(),
            "check",
            file.toString(),
            "-v",
            "--checks=slow.yaml",
            "--check=slow")) {
      run.awaitWords("reading");
      Thread.sleep(500);
      run.signal("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      assertThat(run.err()).contains("error: interrupted while ").doesNotContain("Exception");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void waitingForTheLockOfAFileIsBrokenOff() throws Exception {
    Path file = Databases.sqlite(folder, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      try (SignalledRun run =
          SignalledRun.start(folder, List.of(), "check", file.toString(), "-v")) {
        run.awaitWords("connecting");
        Thread.sleep(500);
        run.signal("TERM");
        assertThat(run.exitCode()).isEqualTo(143);
        assertThat(run.err()).contains("error: interrupted while connecting to " + file);
      }
      statement.execute("ROLLBACK");
    }
  }

  @Test
  void theLineOnATerminalIsErased() throws Exception {
    writeCheck("select count(pg_sleep(50))");
    List<String> terminal = List.of("-Ddbpreflight.terminal=true", "-Ddbpreflight.columns=60");
    try (SignalledRun run =
        SignalledRun.start(
            folder,
            terminal,
            "check",
            server.url(database),
            "--checks=slow.yaml",
            "--check=slow")) {
      run.awaitWords("\r\u001b[K2.");
      run.signal("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      String[] lines = run.err().split("\r\u001b\\[K", -1);
      assertThat(lines[lines.length - 1]).startsWith("error: interrupted while ");
      assertThat(Arrays.stream(lines).limit(lines.length - 1L))
          .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
      awaitSleepers(0);
    }
  }

  /** At any moment, from starting Java to writing the report. */
  @Test
  void atAnyMomentNothingIsHalfDone() throws Exception {
    Path file = Databases.sqlite(folder, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Random random = new Random(4);
    for (int run = 0; run < 12; run++) {
      String target = run % 2 == 0 ? server.url(database) : file.toString();
      Path report = reports.resolve(run + ".json");
      try (SignalledRun signalled =
          SignalledRun.start(folder, List.of(), "check", target, "--report", "json=" + report)) {
        Thread.sleep(random.nextInt(100, 900));
        signalled.signal("INT");
        assertThat(signalled.exitCode()).as(signalled.err()).isIn(0, 1, 3, 130);
        assertThat(signalled.err()).doesNotContain("Exception", "\tat ");
      }
      if (Files.exists(report)) {
        assertThat(Files.readString(report)).startsWith("{").endsWith("}\n");
      }
    }
    try (Stream<Path> files = Files.list(reports)) {
      assertThat(files.map(Path::toString)).allMatch(name -> name.matches(".*/\\d+\\.json"));
    }
  }
}
