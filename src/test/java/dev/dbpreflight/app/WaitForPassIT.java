package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.connect.Pauses;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Verdict;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.InstalledLauncher;
import dev.dbpreflight.support.LateServer;
import dev.dbpreflight.support.PostgresServer;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Waiting for real databases, in real time. What is waited for comes when an attempt has failed.
 */
class WaitForPassIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SHOPS = "CREATE TABLE shops (id integer NOT NULL PRIMARY KEY)";

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private Report wait(CheckRequest request, IntConsumer afterAttempt) {
    Progress progress =
        new Progress() {
          @Override
          public void begins(String phase, String detail) {}

          @Override
          public void attempted(String text) {
            told.add(text);
            afterAttempt.accept(told.size());
          }
        };
    Surroundings place =
        new Surroundings(Map.of(), folder, folder, "app", InstantSource.system(), Progress.SILENT);
    return new WaitForPass(progress, Pauses.REAL)
        .until(LONG, () -> new CheckTarget(place).check(request));
  }

  private static CheckRequest request(String url, String profile, Optional<Path> expect) {
    Profile rules = CheckFiles.shipped(profile).profile();
    return new CheckRequest(
        Connection.to(url), rules, expect, Optional.empty(), Optional.empty(), "");
  }

  @Test
  void aServerStartsLate() throws Exception {
    try (LateServer server = new LateServer()) {
      Report report =
          wait(
              request(server.url(), "before-deploy", Optional.empty()),
              attempt -> {
                if (attempt == 1) {
                  server.begin();
                }
              });

      assertThat(report.judgement().verdict()).isEqualTo(Verdict.PASS);
      assertThat(told.getFirst()).contains(": connection refused; next in ");
      assertThat(told.getLast()).endsWith(": pass");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTableAppearsLater(Engine engine) {
    Path release = StoryDatabase.empty(engine, folder).run(SHOPS).snapshot("v1");
    StoryDatabase database = StoryDatabase.empty(engine, folder);

    Report report =
        wait(
            request(database.url(), "drift", Optional.of(release)),
            attempt -> {
              if (attempt == 2) {
                database.run(SHOPS);
              }
            });

    assertThat(report.judgement().verdict()).isEqualTo(Verdict.PASS);
    assertThat(told).hasSize(3);
    assertThat(told.get(1)).startsWith("attempt 2: fail: expected-object-missing; next in ");
    assertThat(told.get(2)).isEqualTo("attempt 3: pass");
  }

  @Test
  void aDatabaseIsCreatedLater() {
    PostgresServer server = Databases.newest();

    wait(
        request(server.url("created_late"), "before-deploy", Optional.empty()),
        attempt -> {
          if (attempt == 1) {
            server.createDatabaseNamed("created_late");
          }
        });

    assertThat(told.getFirst()).startsWith("attempt 1: cannot find the database \"created_late\"");
    assertThat(told.getLast()).isEqualTo("attempt 2: pass");
  }

  @Test
  void aWrongPasswordIsTriedOnce() {
    PostgresServer server = Databases.newest();
    server.run(
        "postgres",
        "CREATE ROLE waiting LOGIN PASSWORD 'right' IN ROLE " + PostgresServer.NEEDS_PASSWORD);
    CheckRequest request =
        request(server.url("waiting:wrong", "postgres"), "before-deploy", Optional.empty());

    assertThat(catchThrowableOfType(ProblemException.class, () -> wait(request, attempt -> {})))
        .hasMessageContaining("the password is wrong");

    assertThat(told).hasSize(1);
  }

  /** The keys of a terminal send this signal. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptEndsItAndHasTheLastWord() throws Exception {
    InstalledLauncher launcher = new InstalledLauncher(folder).withJar();
    Process process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                launcher.program().toString(),
                "check",
                "postgresql://localhost:1/shop",
                "--wait",
                "60s")
            .start();
    try (BufferedReader err = process.errorReader();
        BufferedReader out = process.inputReader()) {
      assertThat(err.readLine()).contains(" attempt 1: cannot connect to ");
      process.children().forEach(child -> assertThat(child.isAlive()).isFalse());
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      List<String> lines = err.lines().dropWhile(line -> line.contains(" attempt ")).toList();
      assertThat(lines.getFirst()).startsWith("error: interrupted while connecting to ");
      assertThat(lines).hasSize(4);
      assertThat(out.lines()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }
}
