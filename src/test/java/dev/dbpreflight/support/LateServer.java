package dev.dbpreflight.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL whose port is known before it listens there. */
public final class LateServer implements AutoCloseable {
  private final int port;
  private final Thread starting;
  private EmbeddedPostgres server;

  public LateServer() {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    starting = Thread.ofPlatform().unstarted(this::start);
  }

  /** For the superuser, of the database that is always there. */
  public String url() {
    return "postgresql://postgres@localhost:" + port + "/postgres";
  }

  /** Begins to start it, and does not wait until it runs. */
  public void begin() {
    starting.start();
  }

  private void start() {
    int major = Databases.versions().getLast();
    Path log = Path.of("target/late-server.log");
    try {
      Files.deleteIfExists(log);
      server =
          EmbeddedServer.builder(EmbeddedServer.jar(major), EmbeddedServer.newFolder(major), log)
              .setPort(port)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      starting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (server != null) {
      server.close();
    }
  }
}
