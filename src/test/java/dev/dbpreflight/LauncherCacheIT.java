package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Command.Result;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.InstalledLauncher;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's cache holds the classes of runs on both engines. What the demonstration cannot
 * show of a run on PostgreSQL is in a list, which {@code -Dupdate=true} makes anew.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherCacheIT {
  private static final Path LIST =
      Path.of("src/main/resources/dev/dbpreflight/app/postgresql-classes.txt");

  /** A few are loaded from the jar or the runtime anyway, and which depends on the runtime. */
  private static final int NOT_ARCHIVED = 40;

  @TempDir Path folder;

  @Test
  void runsOnBothEnginesFindTheirClassesInTheArchive() throws Exception {
    if (Golden.updating()) {
      Files.writeString(LIST, list());
      return; // The jar of this run still has the list of before.
    }
    InstalledLauncher launcher = new InstalledLauncher(folder).withJar();
    launcher.caching().run("--version").successful();
    launcher.finishedCache();

    for (String target : List.of(postgres(), sqlite())) {
      Path log = folder.resolve("classes.log");
      Command logging =
          launcher.caching().with("DBPREFLIGHT_JAVA_OPTS", "-Xlog:class+load:file=" + log);
      logging.run("status", target).successful();
      List<String> lines = Files.readAllLines(log);
      assertThat(lines)
          .as(target)
          .filteredOn(line -> line.contains("shared objects"))
          .hasSizeGreaterThan(800);
      assertThat(lines)
          .as(
              "classes that a run on %s loads outside of the archive: mvn verify -Dupdate=true",
              target)
          .filteredOn(line -> line.contains("source: jrt:") || line.contains("source: file:"))
          // Compiled for Java 5, which no archive takes.
          .filteredOn(line -> !line.contains(" picocli."))
          .hasSizeLessThan(NOT_ARCHIVED);
    }
  }

  @Test
  void concurrentFirstStartsMakeOneCacheAndANewJarReplacesIt() throws Exception {
    InstalledLauncher launcher = new InstalledLauncher(folder).withJar();
    List<Result> results = launcher.caching().runAtOnce(4, "--version");
    assertThat(results).allSatisfy(each -> assertThat(each.exitCode()).as(each.err()).isZero());
    Path cache = launcher.finishedCache();
    assertThat(cache.resolve(System.mapLibraryName("sqlitejdbc"))).exists();

    FileTime later = FileTime.from(Instant.now().plusSeconds(60));
    Files.setLastModifiedTime(launcher.home().resolve("dbpreflight.jar"), later);
    launcher.caching().run("--version");

    assertThat(launcher.finishedCache()).isNotEqualTo(cache);
  }

  @Test
  void aBrokenCacheOnlyCostsTime() throws Exception {
    InstalledLauncher launcher = new InstalledLauncher(folder).withJar();
    launcher.caching().run("--version");
    Path archive = launcher.finishedCache().resolve("classes.jsa");
    for (String content : List.of("", "not an archive", "x".repeat(100_000))) {
      Files.writeString(archive, content);

      Result result = launcher.caching().run("--version");

      assertThat(result.out()).hasLineCount(1);
      assertThat(result.exitCode()).isZero();
    }
  }

  private String sqlite() {
    return Databases.sqlite(folder, "create table shops (id integer primary key)").toString();
  }

  private String postgres() {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            """
            create table shops (id integer primary key, name text default 'x' check (name <> ''));
            create view names as select name from shops;
            """);
    if (server.strings("postgres", "select 1 from pg_roles where rolname = 'asks'").isEmpty()) {
      server.run("postgres", "create role asks login password 'secret' in role needs_password");
    }
    return server.url("asks:secret", database);
  }

  private String list() {
    Set<String> classes = new TreeSet<>();
    String target = postgres();
    String snapshot = folder.resolve("snapshot.json").toString();
    classes.addAll(loadedBy("check", target));
    classes.addAll(loadedBy("status", target));
    classes.addAll(loadedBy("snapshot", target, "-o", snapshot));
    classes.addAll(loadedBy("diff", snapshot, target));
    classes.removeAll(loadedBy("demo"));
    classes.removeIf(name -> name.startsWith("dev/dbpreflight/"));
    return """
    # Classes of Java and of the driver that a run on PostgreSQL loads, beyond those of "demo".
    # Made by LauncherCacheIT: mvn verify -Dupdate=true
    """
        + String.join("\n", classes)
        + "\n";
  }

  private List<String> loadedBy(String... arguments) {
    Path file = folder.resolve("loaded.txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> words =
        new ArrayList<>(List.of("-XX:DumpLoadedClassList=" + file, "-XX:+UseSerialGC"));
    words.addAll(List.of("-Xlog:disable", "-jar", InstalledLauncher.JAR.toString()));
    words.addAll(List.of(arguments));
    new Command(java).run(words.toArray(String[]::new));
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.startsWith("@"))
          .map(line -> line.replaceFirst(" id: .*", ""))
          .toList();
    } catch (IOException e) {
      throw new AssertionError("nothing was recorded for " + words, e);
    }
  }
}
