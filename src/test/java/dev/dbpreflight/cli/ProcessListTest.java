package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbpreflight.support.Planted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every user of a machine can list the arguments of all processes: a password that was not given as
 * an argument does not become one.
 */
class ProcessListTest {
  @TempDir private Path folder;

  @Test
  void noArgumentOfTheProcessOrItsChildrenHoldsAPassword() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")), "this system has no /proc");
    Path passwords = Files.writeString(folder.resolve("pgpass"), "*:*:*:*:" + Planted.PASSWORD);
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
    for (Map<String, String> variables :
        List.of(
            Map.of("DATABASE_URL", "postgresql://app:pl4nted@127.0.0.1:PORT/shop"),
            Map.of("PGHOST", "127.0.0.1", "PGPORT", "PORT", "PGPASSWORD", Planted.PASSWORD),
            Map.of("PGHOST", "127.0.0.1", "PGPORT", "PORT", "PGPASSFILE", passwords.toString()))) {
      assertThat(argumentsWhileConnecting(variables)).contains("status").doesNotContain("l4nted");
    }
  }

  /** Looks when the server has been reached: by then everything that is started has started. */
  private String argumentsWhileConnecting(Map<String, String> variables) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "status",
              "--timeout=60s");
      variables.forEach(
          (name, value) ->
              builder.environment().put(name, value.replace("PORT", "" + silent.getLocalPort())));
      Process process =
          builder
              .redirectOutput(folder.resolve("out").toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      silent.setSoTimeout(60_000);
      try (Socket client = silent.accept()) {
        assertThat(client.isConnected()).isTrue();
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .map(ProcessListTest::arguments)
            .reduce("", String::concat);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private static String arguments(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException ended) {
      return "";
    }
  }
}
