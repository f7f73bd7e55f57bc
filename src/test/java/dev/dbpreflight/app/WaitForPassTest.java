package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.connect.Pauses;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Verdict;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.MigrationSamples;
import dev.dbpreflight.support.Records;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting without waiting: time passes as soon as somebody asks for a pause. */
class WaitForPassTest {
  private static final String SHOPS = "CREATE TABLE shops (id integer PRIMARY KEY)";

  private static final Profile DRIFT = CheckFiles.shipped("drift").profile();

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final QuickTime time = new QuickTime();
  private double chance = 1;
  private IntConsumer duringPause = number -> {};

  @Test
  void passesAsSoonAsTheFileAndItsTableAreThere() {
    Path file = folder.resolve("app.db");
    Path snapshot = snapshot();
    duringPause =
        number -> {
          if (number == 2) {
            Databases.sqliteRun(file, "VACUUM");
          } else if (number == 3) {
            Databases.sqliteRun(file, SHOPS);
          }
        };

    Report report = until(Duration.ofSeconds(60), drift(file.toString(), snapshot));

    assertThat(report.judgement().verdict()).isEqualTo(Verdict.PASS);
    assertThat(told)
        .containsExactly(
            "attempt 1: fail: expected-object-missing; next in 250 ms",
            "attempt 2: fail: expected-object-missing; next in 500 ms",
            "attempt 3: fail: expected-object-missing; next in 1 s",
            "attempt 4: pass");
  }

  @Test
  void pausesDoubleUpToFiveSecondsAndTheLastIsWhatIsLeft() {
    Report report = until(Duration.ofSeconds(20), drift(empty(), snapshot()));

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 5000L, 5000L, 2250L);
    assertThat(told).hasSize(9).last().asString().endsWith("; the time is over");
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(20));
    assertThat(report.judgement().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void chanceShortensAPauseByNoMoreThanHalf() {
    chance = 0;

    until(Duration.ofSeconds(1), drift(empty(), snapshot()));

    assertThat(pauses).extracting(Duration::toMillis).containsExactly(125L, 250L, 500L, 125L);
  }

  @Test
  void takesNoLongerThanTheTimeAndOneAttempt() {
    Supplier<Report> check = drift(empty(), snapshot());
    Supplier<Report> slow =
        () -> {
          time.passes(Duration.ofSeconds(7));
          return check.get();
        };

    until(Duration.ofSeconds(10), slow);

    assertThat(time.elapsed()).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(17));
    assertThat(told).hasSize(2);
  }

  @Test
  void oneAttemptIsMadeHoweverShortTheTime() {
    Report report = until(Duration.ofMillis(1), check(empty(), Optional.empty(), DRIFT));

    assertThat(report.judgement().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(told.getFirst())
        .isEqualTo(
            "attempt 1: inconclusive: expected-object-missing, object-differs, unexpected-object;"
                + " next in 1 ms");
  }

  @Test
  void whatTheCommandLineGotWrongEndsAtOnce() {
    ProblemException stopped =
        stopped(drift(empty(), folder.resolve("missing.json")), Duration.ofSeconds(60));

    assertThat(stopped.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(told).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatIsNoDatabaseWillNotBecomeOne() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database at all ".repeat(50));

    for (Path place : List.of(folder, text)) {
      stopped(check(place.toString(), Optional.empty(), DRIFT), Duration.ofSeconds(60));
    }

    assertThat(told).hasSize(2).noneMatch(line -> line.contains("next in"));
  }

  @Test
  void saysHowOftenItTriedInVain() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    String url = "postgresql://app@127.0.0.1:" + port + "/shop";

    ProblemException stopped =
        stopped(check(url, Optional.empty(), DRIFT), Duration.ofMillis(1500));

    assertThat(stopped.problem().what())
        .isEqualTo(
            "cannot connect to \"127.0.0.1\" port "
                + port
                + ": connection refused; tried 4 times in 1.5 s");
    assertThat(stopped.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(told.getFirst()).endsWith(": connection refused; next in 250 ms");
  }

  @Test
  void saysHowManyMigrationsArePending() {
    Supplier<Report> check = drift(empty(), snapshot());
    Migrations files = MigrationSamples.line(MigrationTool.RAILS, "1", "2", "3");
    Release three =
        Release.of(MigrationGraph.of(files), Standing.all(List.of(), MigrationGraph.of(files)));

    until(Duration.ofMillis(1), () -> Records.with(check.get(), "release", Optional.of(three)));

    assertThat(told.getFirst())
        .startsWith("attempt 1: 3 migrations pending; fail: expected-object-missing");
  }

  @Test
  void anInterruptionEndsItWithWhatIsKnown() {
    duringPause =
        number -> {
          if (number == 2) {
            Thread.currentThread().interrupt();
          }
        };

    Report report = until(Duration.ofSeconds(60), drift(empty(), snapshot()));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.judgement().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(told).hasSize(2);
  }

  private Report until(Duration wait, Supplier<Report> attempt) {
    return new WaitForPass(listener(), time).until(wait, attempt);
  }

  private ProblemException stopped(Supplier<Report> attempt, Duration wait) {
    return catchThrowableOfType(ProblemException.class, () -> until(wait, attempt));
  }

  private String empty() {
    return Databases.sqlite(folder, "VACUUM").toString();
  }

  private Path snapshot() {
    Path file = folder.resolve("release.json");
    String release = Databases.sqlite(folder, SHOPS).toString();
    assertThat(CommandLineRun.of("snapshot", release, "-o", file.toString()).exitCode()).isZero();
    return file;
  }

  private Supplier<Report> drift(String url, Path snapshot) {
    return check(url, Optional.of(snapshot), DRIFT);
  }

  private Supplier<Report> check(String url, Optional<Path> expect, Profile profile) {
    Surroundings place =
        new Surroundings(Map.of(), folder, folder, "app", InstantSource.system(), Progress.SILENT);
    CheckRequest request =
        new CheckRequest(
            Connection.to(url), profile, expect, Optional.empty(), Optional.empty(), "");
    return () -> new CheckTarget(place).check(request);
  }

  private Progress listener() {
    return new Progress() {
      @Override
      public void begins(String phase, String detail) {}

      @Override
      public void attempted(String text) {
        told.add(text);
      }
    };
  }

  private final class QuickTime implements Pauses {
    private long now;

    void passes(Duration length) {
      now += length.toNanos();
    }

    Duration elapsed() {
      return Duration.ofNanos(now);
    }

    @Override
    public long nanoTime() {
      return now;
    }

    @Override
    public double chance() {
      return chance;
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
      pauses.add(length);
      passes(length);
      duringPause.accept(pauses.size());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
