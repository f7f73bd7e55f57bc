package dev.dbpreflight.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.MigrationFolder;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.FirstCheckFile;
import dev.dbpreflight.report.ProjectFinds;
import dev.dbpreflight.snapshot.FileReplacement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at a project and writes the check file that it begins with. Connects to nothing. */
public final class BeginProject {
  private static final String SNAPSHOTS = "schema-snapshots";

  private static final List<String> COMPOSE =
      List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

  private static final Pattern POSTGRESQL =
      Pattern.compile(
          "(?m)^\\s+image:\\s*[\"']?(?:[\\w.:-]+/)*(?:postgres|postgresql|postgis|pgvector|timescaledb)"
              + "(?:[:@\"'\\s-]|$)");

  /** A file of compose is text of a few pages. */
  private static final int READ = 1 << 20;

  private final Surroundings surroundings;

  public BeginProject(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @param force whether a file that is there may be replaced
   * @return what the file was made from
   * @throws ProblemException when there is a file already, or it cannot be written
   */
  public ProjectFinds begin(Path file, boolean force) {
    Path place = surroundings.folder().resolve(file);
    if (!force && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot write the check file \"" + file + "\": it exists already",
              file.toString(),
              "what is in it would be lost, so it was left as it is",
              "name another one with --output, or replace it with --force"));
    }
    ProjectFinds finds = look();
    String text = FirstCheckFile.text(finds, folder -> fromFile(place, folder));
    FileReplacement.replace(place, "check file", stream -> stream.write(text.getBytes(UTF_8)));
    return finds;
  }

  private String fromFile(Path file, String folder) {
    Path from = file.toAbsolutePath().normalize().getParent();
    Path to = surroundings.folder().resolve(folder).toAbsolutePath().normalize();
    List<String> names = new ArrayList<>();
    from.relativize(to).forEach(name -> names.add(name.toString()));
    String path = String.join("/", names);
    return path.isEmpty() ? "." : path;
  }

  private ProjectFinds look() {
    Path folder = surroundings.folder();
    Optional<Migrations> migrations = Optional.empty();
    String unclear = "";
    try {
      migrations = MigrationFolder.find(folder);
    } catch (ProblemException several) {
      unclear = several.problem().what() + "; name one in the file";
    }
    String database = "";
    String noDatabase = "";
    try {
      database = target();
    } catch (ProblemException nowhere) {
      noDatabase = nowhere.problem().what();
    }
    boolean hasSnapshots = Files.isDirectory(folder.resolve(SNAPSHOTS));
    return new ProjectFinds(
        migrations,
        unclear,
        database,
        noDatabase,
        hasSnapshots ? Optional.of(SNAPSHOTS) : Optional.empty(),
        hasSnapshots ? count(folder.resolve(SNAPSHOTS)) : 0,
        COMPOSE.stream().filter(name -> runsPostgresql(folder.resolve(name))).findFirst());
  }

  private String target() {
    return surroundings.targets().find(Optional.empty()).place();
  }

  private static int count(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.toString().endsWith(".json")).count();
    } catch (IOException unlistable) {
      return 0;
    }
  }

  private static boolean runsPostgresql(Path compose) {
    if (!Files.isRegularFile(compose)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(compose)) {
      return POSTGRESQL.matcher(new String(stream.readNBytes(READ), UTF_8)).find();
    } catch (IOException unreadable) {
      return false;
    }
  }
}
