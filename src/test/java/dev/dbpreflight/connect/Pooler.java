package dev.dbpreflight.connect;

import dev.dbpreflight.support.ExternalTool;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running PgBouncer. */
final class Pooler implements AutoCloseable {
  private final Process process;
  private final int port;

  private Pooler(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns when it listens.
   *
   * @param databases lines of that section of its configuration
   * @param settings lines of the other one
   */
  static Pooler start(Path folder, String databases, String... settings) throws Exception {
    String program = ExternalTool.PGBOUNCER.require().toString();
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    // It refuses to run as root, so another user must be able to read this.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path configuration = folder.resolve("pgbouncer.ini");
    Files.writeString(
        configuration,
        """
        [databases]
        %s
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        %s
        """
            .formatted(databases, port, String.join("\n", settings)));
    Process process =
        new ProcessBuilder(command(program, configuration.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Pooler pooler = new Pooler(process, port);
    pooler.awaitPort(folder.resolve("log"));
    return pooler;
  }

  private static List<String> command(String program, String configuration) {
    return System.getProperty("user.name").equals("root")
        ? List.of("setpriv", "--reuid=65534", "--clear-groups", program, configuration)
        : List.of(program, configuration);
  }

  private void awaitPort(Path log) throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IllegalStateException(Files.readString(log));
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pooler does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
