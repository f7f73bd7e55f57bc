package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbpreflight.cli.Console.Pace;
import dev.dbpreflight.cli.Phases.Loudness;
import dev.dbpreflight.problem.Interruption;
import dev.dbpreflight.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told while a run goes on; its clock stands still. */
class PhasesTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm");
  private static final String ERASE = "\r\u001b[K";
  private static final String STAMP = "2026-01-02T03:04:05Z +0.0s ";

  @TempDir private Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interruption interruption = new Interruption();

  private Console console(Map<String, String> environment, boolean interactive, Duration patience) {
    Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
    return new Console(
        new Output(new ByteArrayOutputStream()),
        new Output(err),
        environment,
        new Terminal(environment, interactive, 40),
        new Pace(() -> now, patience),
        SecretArguments.NONE,
        interruption);
  }

  private Phases phases(Map<String, String> environment, boolean interactive) {
    Console console = console(environment, interactive, Duration.ofMillis(1));
    return new Phases(console, Loudness.WHEN_SLOW, Optional.empty());
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void await(String words) throws InterruptedException {
    for (int attempt = 0; attempt < 200 && !told().contains(words); attempt++) {
      Thread.sleep(25);
    }
    assertThat(told()).contains(words);
  }

  @Test
  void aTerminalHasOneLineThatIsGoneAtTheEnd() throws Exception {
    try (Phases phases = phases(XTERM, true)) {
      phases.begins("connecting to", "a database with a name that is too long");
      await(ERASE + "0.0s connecting to a database with a na");
      phases.begins("judging", "");
      await(ERASE + "0.0s judging");
    }
    assertThat(told()).endsWith("judging" + ERASE).doesNotContain("\n");
  }

  @Test
  void whatIsToldMeanwhileStandsOnALineOfItsOwn() throws Exception {
    try (Phases phases = phases(XTERM, true)) {
      phases.begins("connecting", "");
      await("0.0s connecting");
      phases.retries("attempt 1 to connect: refused");
      await("refused\n" + ERASE + "0.0s connecting");
    }
    assertThat(told()).contains(ERASE + STAMP + "attempt 1 to connect: refused\n");
  }

  @Test
  void lettersOfTwoColumnsCountTwice() throws Exception {
    try (Phases phases = phases(XTERM, true)) {
      phases.begins("\u6570".repeat(30), "");
      await(ERASE + "0.0s " + "\u6570".repeat(17));
    }
    assertThat(told()).doesNotContain("\u6570".repeat(18));
  }

  @Test
  void elsewhereAreLinesWithTimeStamps() throws Exception {
    for (Map<String, String> environment : List.of(XTERM, Map.of("TERM", "dumb"))) {
      err.reset();
      boolean dumb = environment.containsValue("dumb");
      try (Phases phases = phases(environment, dumb)) {
        phases.begins("connecting", "");
        await(STAMP + "connecting\n");
        phases.begins("judging", "");
      }
      assertThat(told()).isEqualTo(STAMP + "connecting\n" + STAMP + "judging\n");
    }
  }

  @Test
  void aQuickRunSaysNothing() {
    Console patient = console(XTERM, true, Duration.ofDays(1));
    try (Phases phases = new Phases(patient, Loudness.WHEN_SLOW, Optional.empty())) {
      phases.begins("connecting", "");
      phases.begins("judging", "");
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void quietIsQuietAndTheLogHasAll() throws IOException {
    Path log = folder.resolve("run.log");
    Console console = console(XTERM, true, Duration.ZERO);
    try (Phases phases = new Phases(console, Loudness.QUIET, Optional.of(log))) {
      phases.begins("connecting", "");
      phases.remarks("odd");
      phases.retries("attempt 1");
    }
    assertThat(told()).isEmpty();
    assertThat(log)
        .hasContent(STAMP + "connecting\n" + STAMP + "note: odd\n" + STAMP + "attempt 1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void aLogFileKeepsItsRightsAndItsLines() throws IOException {
    Path log = Files.writeString(folder.resolve("run.log"), "earlier\n");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.log"), log);
    Console console = console(XTERM, false, Duration.ofDays(1));
    for (Path file : List.of(log, link)) {
      try (Phases phases = new Phases(console, Loudness.QUIET, Optional.of(file))) {
        phases.begins("connecting", "");
      }
    }
    assertThat(log).hasContent("earlier\n" + STAMP + "connecting\n" + STAMP + "connecting\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void anInterruptionErasesTheLineAndHasTheLastWord() throws Exception {
    Path log = folder.resolve("run.log");
    Console console = console(XTERM, true, Duration.ofMillis(1));
    try (Phases phases = new Phases(console, Loudness.WHEN_SLOW, Optional.of(log))) {
      phases.begins("connecting to", "shop");
      await("0.0s connecting to shop");
      interruption.request();
      phases.retries("attempt 1");
      phases.begins("judging", "");
    }
    assertThat(told()).contains("shop" + ERASE + "error: interrupted while connecting to shop\n");
    assertThat(told()).doesNotContain("attempt", "judging");
    assertThat(Files.readString(log)).contains("error: interrupted while connecting to shop\n");
  }

  @Test
  void somebodyElsesLinkIsNotFollowed() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "");
    Path link = Files.createSymbolicLink(folder.resolve("run.log"), target);
    assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
    Files.getFileAttributeView(link, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setOwner(
            link.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> LogFile.open(link).close());
    assertThat(thrown.problem().what()).startsWith("cannot write the log file \"" + link);
    assertThat(thrown.problem().detail()).contains("somebody else's symbolic link");
  }
}
