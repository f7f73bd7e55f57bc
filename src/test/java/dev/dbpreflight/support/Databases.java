package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Real databases for tests: PostgreSQL servers of several major versions, each started when it is
 * first asked for and stopped with the JVM, and SQLite files. Databases that a test class makes are
 * dropped after it by {@link NothingLeftBehind}.
 */
public final class Databases {
  private static final Map<Integer, PostgresServer> SERVERS = new TreeMap<>();

  private Databases() {}

  /** The major versions of this run, ascending, from {@code -Dpostgres.versions=14,18}. */
  public static List<Integer> versions() {
    String versions = System.getProperty("postgres.versions", "14,15,16,17,18");
    return Arrays.stream(versions.split(","))
        .map(String::strip)
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  /** The first and the last of them; only one where one is tested. */
  public static List<Integer> oldestAndNewestVersion() {
    return Stream.of(versions().getFirst(), versions().getLast()).distinct().toList();
  }

  public static PostgresServer newest() {
    return postgres(versions().getLast());
  }

  public static PostgresServer oldest() {
    return postgres(versions().getFirst());
  }

  /** The server of that major version: one per JVM. */
  public static PostgresServer postgres(int major) {
    synchronized (SERVERS) {
      return SERVERS.computeIfAbsent(major, Databases::start);
    }
  }

  static Collection<PostgresServer> started() {
    synchronized (SERVERS) {
      return List.copyOf(SERVERS.values());
    }
  }

  private static PostgresServer start(int major) {
    String kind = System.getProperty("databases", "embedded");
    return switch (kind) {
      case "embedded" -> EmbeddedServer.start(major);
      case "docker" ->
          DockerServer.answers() ? DockerServer.start(major) : EmbeddedServer.start(major);
      default ->
          throw new IllegalArgumentException(
              "-Ddatabases is embedded or docker, not \"" + kind + '"');
    };
  }

  /** Makes a SQLite file in the folder and runs the scripts on it. */
  public static Path sqlite(Path folder, String... scripts) {
    try {
      Path file = Files.createTempFile(folder, "test_", ".db");
      sqliteRun(file, scripts);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs scripts on a SQLite file, which is made if it is missing. */
  public static void sqliteRun(Path file, String... scripts) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      // A test outlives no power failure: waiting for the disk is most of its time.
      statement.execute("PRAGMA synchronous = OFF");
      for (String script : scripts) {
        // Unlike execute(), this walks through all the statements of a script, triggers included.
        statement.executeUpdate(script);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a test script does not run on " + file, e);
    }
  }
}
