package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.cli.Console.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stderr tells beside problems. */
class NotesTest {
  private static final String IGNORED = "postgresql://127.0.0.1:1/shop?no_such_parameter=1";
  private static final String NOTE =
      "note: the URL parameter \"no_such_parameter\" has no effect here\n";

  @TempDir private Path folder;

  @Test
  void whatAUrlSaysInVainIsTold() {
    String[] once = {"--connect-retry", "0s"};
    assertThat(CommandLineRun.of("check", IGNORED, once[0], once[1]).err())
        .startsWith(NOTE + "error: ");
    assertThat(CommandLineRun.of("diff", IGNORED, IGNORED, once[0], once[1]).err())
        .startsWith(NOTE + "error: ");
  }

  @Test
  void aPasswordFileThatOthersMayReadIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("pgpass"), "*:*:*:*:secret\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    CommandLineRun run =
        CommandLineRun.in(
            Map.of("PGPASSFILE", file.toString()),
            "status",
            "postgresql://127.0.0.1:1/shop",
            "--connect-retry=0s");

    assertThat(run.err()).startsWith("note: ").contains(file.toString());
  }

  @Test
  void quietLeavesOnlyTheProblem() {
    assertThat(CommandLineRun.of("check", "-q", IGNORED, "--connect-retry", "300ms").err())
        .startsWith("error: ");
  }

  @Test
  void progressIsToldOnceItTakesLong() throws IOException {
    Pace impatient = new Pace(InstantSource.system(), Duration.ofMillis(1));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String slow = "postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop";

      String told = CommandLineRun.as(Map.of(), impatient, "check", slow, "--timeout", "1s").err();

      assertThat(told.lines().findFirst().orElseThrow())
          .matches(
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ \\+\\d\\.\\ds connecting to"
                  + " postgresql://.*/shop.*");
      assertThat(CommandLineRun.of("check", slow, "--timeout", "1s").err()).startsWith("error: ");
    }
  }
}
