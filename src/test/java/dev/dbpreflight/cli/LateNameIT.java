package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A name that becomes known while the program tries, as in a network of containers. */
@EnabledOnOs(OS.LINUX)
class LateNameIT {
  @TempDir private Path folder;

  @Test
  void isFoundAsSoonAsItIsKnown() throws Exception {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase();
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    String url = "postgresql://postgres@late.example:" + server.port() + "/" + database;
    try (SignalledRun run =
        SignalledRun.start(
            folder,
            List.of("-Djdk.net.hosts.file=" + hosts),
            "check",
            url,
            "--connect-retry=20s")) {
      run.awaitWords("attempt 2 to connect: cannot find the host \"late.example\"");
      Files.writeString(hosts, "127.0.0.1 localhost late.example\n");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains(" to connect: connected\n");
      // Java itself would remember for ten seconds that there is no such name.
      assertThat(run.err()).doesNotContain("attempt 7");
    }
  }
}
