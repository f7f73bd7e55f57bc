package dev.dbpreflight.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The launcher, and the built jar if a test wants it, copied into a folder whose name has spaces.
 * Runs on the Java of the test, and keeps no cache unless it is told to.
 */
public final class InstalledLauncher {
  public static final Path JAR = Path.of("target/dbpreflight.jar").toAbsolutePath();
  public static final Path LAUNCHER = Path.of("dbpreflight").toAbsolutePath();

  private final Path folder;
  private final Path home;

  public InstalledLauncher(Path folder) throws IOException {
    this.folder = folder;
    this.home = Files.createDirectories(folder.resolve("a program"));
    Files.copy(LAUNCHER, program());
    executable(program());
  }

  public Path home() {
    return home;
  }

  public Path program() {
    return home.resolve("dbpreflight");
  }

  public InstalledLauncher withJar() throws IOException {
    Files.copy(JAR, home.resolve("dbpreflight.jar"));
    return this;
  }

  public Command command() {
    return command(program().toString());
  }

  /** Any other way to start it, with the same surroundings. */
  public Command command(String... words) {
    return new Command(words)
        .in(folder)
        .within(Duration.ofMinutes(3))
        .with("JAVA_HOME", System.getProperty("java.home"))
        .with("DBPREFLIGHT_JAVA_OPTS", null)
        .with("JAVA_TOOL_OPTIONS", null)
        .with("XDG_CACHE_HOME", "/dev/null");
  }

  public Command caching() {
    return command().with("XDG_CACHE_HOME", folder.resolve("cache folder").toString());
  }

  /** The one folder of the cache, when the work on it in the background has ended. */
  public Path finishedCache() throws IOException, InterruptedException {
    Path caches = folder.resolve("cache folder/dbpreflight");
    for (int attempt = 0; attempt < 1200; attempt++) {
      try (Stream<Path> files = Files.list(caches)) {
        List<Path> found = files.toList();
        if (found.size() == 1 && !found.getFirst().toString().endsWith(".new")) {
          return found.getFirst();
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no cache is made in " + caches);
  }

  public static void executable(Path program) throws IOException {
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
