package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of a user that say when the last backup was made. */
class BackupCommandIT {
  @TempDir private Path folder;

  private CommandLineRun check(String script, String... more) throws IOException {
    Path program = Files.writeString(folder.resolve("last-backup"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Path checks =
        Files.writeString(
            folder.resolve("checks.yaml"),
            "backup: {command: [./last-backup, '${TOKEN}'], max-age: 1d}\n");
    Path target = Databases.sqlite(folder, "create table shops (id integer primary key)");
    String[] words = {"check", "" + target, "--checks", "" + checks, "--accept", "populated"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandLineRun.in(
        Map.of("TOKEN", "t0kenOfTheBackup", "PATH", System.getenv("PATH")), all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date +%s",
        "date -u +%Y-%m-%dT%H:%M:%SZ",
        "date -u +'%Y-%m-%d %H:%M:%S+00'",
        "date +%Y-%m-%dT%H:%M:%S%:z; echo more",
        "date -u +%Y-%m-%dT%H:%M:%S.%3NZ",
        "date -u +%Y-%m-%dT%H:%M:%S.%6NZ",
      })
  void aMomentOfNowIsYoungEnough(String script) throws IOException {
    CommandLineRun run = check(script);

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("backup-missing, backup-too-old,");
  }

  @Test
  void anOldMomentIsTooOld() throws IOException {
    CommandLineRun run = check("date -d '30 hours ago' +%s");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("is 30 h old by the command's own");
  }

  @Test
  void aFailureIsAMissingBackupAndItsWordsHideWhatCameFromVariables() throws IOException {
    CommandLineRun run = check("echo \"no bucket for $1\" >&2; exit 4");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("\"./last-backup ${TOKEN}\" ended with exit code 4: no bucket for ${TOKEN}");
    assertThat(run.toString()).doesNotContain("t0ken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "echo yesterday", "echo 2027-01-31T02:00:00"})
  void wordsThatAreNoMomentAreNotChecked(String script) throws IOException {
    CommandLineRun run = check(script);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("no time stamp");
  }

  @Test
  void aProgramThatHangsIsEndedWithAllThatItStarted() throws IOException {
    Instant begun = Instant.now();

    CommandLineRun run = check("sleep 4711 & sleep 4712; date +%s", "--timeout", "3s");

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("did not end within");
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 471"));
  }

  @Test
  void aProgramThatPrintsForEverIsNotKept() throws IOException {
    CommandLineRun run = check("date +%s; yes | head -c 50000000");

    assertThat(run.exitCode()).as(run.out()).isZero();
  }
}
