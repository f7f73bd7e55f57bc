package dev.dbpreflight.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL for one test that needs settings, or leaves things behind, which would disturb the
 * others on the shared one.
 */
public final class OwnServer implements AutoCloseable {
  private final EmbeddedPostgres.Builder builder;
  private final Path data;
  private EmbeddedPostgres server;

  public OwnServer(int major, Map<String, String> settings) {
    Path log = Path.of("target/own-server.log");
    data = EmbeddedServer.newFolder(major);
    builder =
        EmbeddedServer.builder(EmbeddedServer.jar(major), data, log).setCleanDataDirectory(false);
    settings.forEach(builder::setServerConfig);
    start();
  }

  private void start() {
    try {
      server = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on it is a standby: one that has received all that there is. */
  public void becomeStandby() {
    try {
      server.close();
      Files.createFile(data.resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** For the superuser, of the database that is always there. */
  public String url() {
    return url("postgres");
  }

  public String url(String user) {
    return "postgresql://" + user + "@localhost:" + server.getPort() + "/postgres";
  }

  /** Runs scripts as the superuser, and waits for no standby. */
  public void run(String... scripts) {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    try (Connection connection =
            DriverManager.getConnection(url + "?user=postgres&preferQueryMode=simple");
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = local");
      for (String script : scripts) {
        statement.execute(script);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a test script does not run: " + e.getMessage(), e);
    }
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.close();
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
