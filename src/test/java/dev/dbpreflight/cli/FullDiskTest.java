package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no room for what is to be written. */
class FullDiskTest {
  private static final String TABLE = "CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT)";

  @TempDir private Path folder;

  private static void says(CommandLineRun run, String what) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).contains(what).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--report=json=/dev/full", "--log-file=/dev/full"})
  void aDeviceThatIsAlwaysFull(String option) {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
    Path database = Databases.sqlite(folder, TABLE);

    says(
        CommandLineRun.of("check", database.toString(), "--accept", "populated", option),
        "/dev/full");
  }

  @Test
  void aDiskWithoutRoomForTheReport() throws IOException {
    Path database = Databases.sqlite(folder, TABLE);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        new Command("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", disk.toString())
                .run()
                .exitCode()
            == 0,
        "nothing may be mounted here");
    try {
      CommandLineRun run =
          CommandLineRun.of(
              "check",
              database.toString(),
              "--accept",
              "populated",
              "--report",
              "json=" + disk.resolve("report.json"));

      says(run, "No space left on device");
      assertThat(run.out()).startsWith("PASS");
      try (Stream<Path> files = Files.list(disk)) {
        assertThat(files).isEmpty();
      }
    } finally {
      new Command("umount", disk.toString()).run().successful();
    }
  }
}
