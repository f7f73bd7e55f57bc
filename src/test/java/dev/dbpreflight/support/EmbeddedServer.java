package dev.dbpreflight.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * A PostgreSQL unpacked from a jar in {@code target/postgres}: needs neither Docker nor
 * installation.
 */
final class EmbeddedServer {
  private static final Path FOLDER =
      Path.of(System.getProperty("postgres.folder", "target/postgres")).toAbsolutePath();
  private static final Path RUNNING =
      Path.of(System.getProperty("ot.epg.working-dir", FOLDER.resolve("running").toString()));

  private EmbeddedServer() {}

  static PostgresServer start(int major) {
    Path jar = jar(major);
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "cannot start PostgreSQL %d: %s is missing; \"mvn process-test-resources\" copies the servers"
                  .formatted(major, jar)
              + " that pom.xml names");
    }
    // The library looks for servers that a killed run left, and stops them, among these folders.
    Path data = newFolder(major);
    Path log = FOLDER.resolve(major + ".log");
    try {
      Files.createDirectories(RUNNING);
      Files.deleteIfExists(log);
      EmbeddedPostgres server = builder(jar, data, log).start();
      return new PostgresServer(major, server.getPort(), "");
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(refusal(major, log), e);
    }
  }

  static Path jar(int major) {
    return FOLDER.resolve(major + ".jar");
  }

  /** For the data of another server. */
  static Path newFolder(int major) {
    return RUNNING.resolve("data-" + major + "-" + UUID.randomUUID());
  }

  static EmbeddedPostgres.Builder builder(Path jar, Path data, Path log) {
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver((system, architecture) -> archive(jar))
        .setDataDirectory(data)
        .setDataDirectoryCustomizer(folder -> askForPasswords(folder.toPath()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()))
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("locale", "C")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("shared_buffers", "32MB")
        .setServerConfig("max_connections", "100")
        .setServerConfig("max_locks_per_transaction", "512")
        .setServerConfig("wal_level", "logical")
        .setServerConfig("max_prepared_transactions", "5")
        // Its workers would count as sessions, and change statistics at any moment.
        .setServerConfig("autovacuum", "off");
  }

  private static InputStream archive(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry =
          file.stream()
              .filter(candidate -> candidate.getName().endsWith(".txz"))
              .findAny()
              .orElseThrow();
      return new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
    }
  }

  private static void askForPasswords(Path data) {
    Path file = data.resolve("pg_hba.conf");
    String rule = "host all +%s all scram-sha-256\n".formatted(PostgresServer.NEEDS_PASSWORD);
    try {
      Files.writeString(file, rule + Files.readString(file), StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String refusal(int major, Path log) {
    String said;
    try {
      said = Files.readString(log).strip();
    } catch (IOException e) {
      said = "(it said nothing)";
    }
    String asRoot =
        System.getProperty("user.name").equals("root")
            ? "PostgreSQL refuses to run as root; here it is started through \"unshare -U\", which"
                + " this machine may forbid: run the tests as another user, or with"
                + " -Ddatabases=docker. "
            : "";
    return "cannot start PostgreSQL %d. %sThe server said:%n%s".formatted(major, asRoot, said);
  }
}
