package dev.dbpreflight.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of one test, which may be crowded, stopped, killed and turned into a standby. */
public final class MortalServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final EmbeddedPostgres server;
  private final Path data;
  private final Path log;
  private final String start;

  /**
   * @param settings of {@code postgresql.conf}
   */
  public MortalServer(Map<String, String> settings) {
    int major = Databases.versions().getLast();
    data = EmbeddedServer.newFolder(major);
    log = Path.of("target/own-server-" + ProcessHandle.current().pid() + ".log");
    EmbeddedPostgres.Builder builder = EmbeddedServer.builder(EmbeddedServer.jar(major), data, log);
    settings.forEach(builder::setServerConfig);
    try {
      server = builder.start();
      start = Files.readString(data.resolve("postmaster.opts")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /** Of the database that is always there. */
  public String url(String user) {
    return "postgresql://" + user + "@localhost:" + port() + "/postgres";
  }

  /** A connection of the superuser. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port() + "/postgres?preferQueryMode=simple",
        "postgres",
        "");
  }

  /** Each script is one transaction. */
  public MortalServer run(String... scripts) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        statement.execute(script);
      }
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As when the machine loses its power: no process says a word more. */
  public void kill() {
    List<ProcessHandle> processes =
        Stream.concat(Stream.of(postmaster()), postmaster().descendants()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(MortalServer::waitFor);
  }

  /** One process of it dies, upon which it ends all sessions and recovers. */
  public void crash() {
    try (Connection victim = connect();
        Connection witness = connect();
        Statement statement = victim.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
      until(() -> !connected(witness));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    waitUntilUp();
  }

  /** Until it lets us in. */
  public void waitUntilUp() {
    until(() -> refusal().isEmpty());
  }

  private static boolean connected(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException e) {
      return false;
    }
  }

  /** Lets nobody in any more and waits for those who are connected. */
  public void beginShutDown() {
    postmaster().destroy();
  }

  /** After the shut down has begun. */
  public void waitUntilStopped() {
    until(() -> !Files.exists(data.resolve("postmaster.pid")));
  }

  /** Stops it at once, ending all sessions. */
  public void stop() {
    ProcessHandle process = postmaster();
    signal(process, "-INT");
    waitFor(process);
  }

  /**
   * Starts it again as a standby, which waits for a server that does not exist.
   *
   * @param answering whether it answers queries; if not, it is starting up, for ever
   */
  public void startAsStandby(boolean answering) {
    try {
      Files.writeString(data.resolve("standby.signal"), "");
      Files.writeString(
          data.resolve("postgresql.auto.conf"),
          "hot_standby = " + (answering ? "on" : "off") + "\n",
          StandardOpenOption.APPEND);
      String asAnybody = System.getProperty("user.name").equals("root") ? "unshare -U " : "";
      new ProcessBuilder("sh", "-c", "exec " + asAnybody + start)
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    until(() -> answering ? refusal().isEmpty() : refusal().equals("57P03"));
  }

  /** The state with which it refuses; empty when it lets us in. */
  private String refusal() {
    try {
      connect().close();
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getSQLState());
    }
  }

  private ProcessHandle postmaster() {
    try {
      long pid =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitFor(ProcessHandle process) {
    until(() -> !process.isAlive());
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(Condition condition) {
    long start = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("waited in vain for a server");
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
