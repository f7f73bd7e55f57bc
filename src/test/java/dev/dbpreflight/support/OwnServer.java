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
 * A PostgreSQL for one test that needs settings, leaves things behind or stops it, which would
 * disturb the others on the shared one.
 */
public final class OwnServer implements AutoCloseable {
  private final EmbeddedPostgres.Builder builder;
  private final int major;
  private final Path data;
  private EmbeddedPostgres server;

  /** Starts one that lets everybody in. */
  public OwnServer(int major, Map<String, String> settings) {
    this(major, EmbeddedServer.newFolder(major), settings);
    start();
  }

  private OwnServer(int major, Path data, Map<String, String> settings) {
    this.major = major;
    this.data = data;
    Path log = Path.of("target/own-server.log");
    builder =
        EmbeddedServer.builder(EmbeddedServer.jar(major), data, log).setCleanDataDirectory(false);
    settings.forEach(builder::setServerConfig);
  }

  /**
   * Starts the newest version.
   *
   * @param rules all of pg_hba.conf; it must let in postgres
   */
  public static OwnServer start(Map<String, String> settings, String... rules) {
    int major = newest();
    OwnServer made = new OwnServer(major, EmbeddedServer.newFolder(major), settings);
    made.builder.setDataDirectoryCustomizer(
        folder -> write(folder.toPath().resolve("pg_hba.conf"), String.join("\n", rules) + "\n"));
    made.start();
    return made;
  }

  private static int newest() {
    return Databases.versions().getLast();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Another server with the data of this one as of now, which only follows. */
  public OwnServer standby() throws IOException, SQLException {
    Path copy = EmbeddedServer.newFolder(newest());
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('copy', true)");
      new Command("cp", "-a", data.toString(), copy.toString()).run().successful();
      statement.execute("CREATE TEMP TABLE label AS SELECT labelfile FROM pg_backup_stop(false)");
      try (var rows = statement.executeQuery("SELECT labelfile FROM label")) {
        rows.next();
        Files.writeString(copy.resolve("backup_label"), rows.getString(1));
      }
      new Command("cp", "-a", data + "/pg_wal/.", copy + "/pg_wal/").run().successful();
    }
    Files.deleteIfExists(copy.resolve("postmaster.pid"));
    Files.createFile(copy.resolve("standby.signal"));
    OwnServer standby = new OwnServer(newest(), copy, Map.of());
    standby.start();
    return standby;
  }

  /** The same as a server on which databases are made; asked once. */
  public PostgresServer server() {
    return new PostgresServer(major, port(), "");
  }

  public int port() {
    return server.getPort();
  }

  /** The number of its main process. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  /** For the superuser, of the database that is always there. */
  public String url() {
    return url("postgres");
  }

  public String url(String user) {
    return url(user, "postgres");
  }

  public String url(String user, String database) {
    return "postgresql://" + user + "@localhost:" + port() + "/" + database;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port() + "/postgres?user=postgres&preferQueryMode=simple");
  }

  /** Runs scripts as the superuser, and waits for no standby. */
  public void run(String... scripts) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = local");
      for (String script : scripts) {
        statement.execute(script);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a test script does not run: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      if (Files.exists(data)) {
        try (Stream<Path> files = Files.walk(data)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
