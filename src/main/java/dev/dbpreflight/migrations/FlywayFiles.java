package dev.dbpreflight.migrations;

import static java.util.Comparator.comparing;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** SQL files of Flyway, and the names of those of its migrations that are written in Java. */
final class FlywayFiles implements Convention {
  private static final Pattern USUAL =
      Pattern.compile("(.*/)?([VB]\\d[\\d._]*__.*|R__.*)\\.(sql|SQL)");

  /** After these, Flyway runs a file outside of a transaction (PostgreSQL from 12 on, SQLite). */
  private static final Pattern WITHOUT_TRANSACTION =
      Pattern.compile(
          "(?:(?:CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION)|ALTER SYSTEM"
              + "|(?:CREATE|DROP)(?: UNIQUE)? INDEX CONCURRENTLY"
              + "|REINDEX(?: VERBOSE)? (?:SCHEMA|DATABASE|SYSTEM)|VACUUM|DISCARD ALL"
              + "|PRAGMA FOREIGN_KEYS)\\b.*");

  /** Most files have none of these words, and need no closer look. */
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)database|tablespace|subscription|system|concurrently|reindex|vacuum|discard|pragma");

  private static final Pattern OPTED_OUT =
      Pattern.compile("(?im)^\\s*executeInTransaction\\s*=\\s*false\\s*$");

  @Override
  public MigrationTool tool() {
    return MigrationTool.FLYWAY;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>(FlywaySettings.of(project).locations());
    places.add("src/main/resources/db/migration");
    places.add("db/migration");
    places.add("migrations");
    places.add("sql");
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return RefineryFiles.project(folder).isEmpty() && (inside(folder) || below(folder));
  }

  private static boolean inside(SourceFolder folder) {
    Optional<FlywaySettings> settings = FlywaySettings.project(folder).map(FlywaySettings::of);
    return folder.names().stream()
        .anyMatch(
            name ->
                USUAL.matcher(name).matches()
                    || settings.flatMap(with -> FlywayName.of(name, with)).isPresent());
  }

  /** A folder per release or per engine is one of Flyway's; the folder of a project is none. */
  private boolean below(SourceFolder folder) {
    return usualPlaces(folder).stream().allMatch(place -> folder.below(place).isEmpty())
        && !folder.isRepository()
        && folder.paths(3).stream().anyMatch(path -> USUAL.matcher(path).matches());
  }

  @Override
  public boolean fits(SourceFolder folder) {
    FlywaySettings settings = FlywaySettings.near(folder);
    return folder.paths(3).stream().anyMatch(path -> FlywayName.of(path, settings).isPresent());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    FlywaySettings settings = FlywaySettings.near(folder);
    List<FlywayName> names = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>(FlywayPlaces.paths(folder, settings));
    for (String path : paths) {
      Optional<FlywayName> name = FlywayName.of(path, settings);
      name.ifPresent(names::add);
      if (name.isEmpty()) {
        FlywayName.mistake(path, settings).ifPresent(why -> folder.cannotRead(path, 0, why));
      }
    }
    Set<String> undone = new HashSet<>();
    names.stream().filter(FlywayName::isUndo).map(FlywayFiles::id).forEach(undone::add);
    List<MigrationFile> files =
        names.stream()
            .filter(name -> !name.isUndo())
            .sorted(ORDER)
            .map(name -> read(folder, name, settings, undone, paths))
            .toList();
    return folder.migrations(tool(), files);
  }

  /** By version, what is repeated last; at the same version the baseline first. */
  private static final Comparator<FlywayName> ORDER =
      comparing((FlywayName name) -> name.kind() == Kind.REPEATABLE)
          .thenComparing(FlywayName::number, FlywayName::compareNumbers)
          .thenComparing(name -> name.kind() != Kind.BASELINE)
          .thenComparing(FlywayName::description)
          .thenComparing(FlywayName::path);

  private static String id(FlywayName name) {
    return name.kind() == Kind.REPEATABLE
        ? "R:" + name.description()
        : MigrationId.of(MigrationTool.FLYWAY, name.version());
  }

  private static MigrationFile read(
      SourceFolder folder,
      FlywayName name,
      FlywaySettings settings,
      Set<String> undone,
      Set<String> paths) {
    MigrationFile file = MigrationFile.versioned(id(name), name.path()).ofKind(name.kind());
    if (!undone.isEmpty() && name.kind() == Kind.VERSIONED) {
      file = file.withWayDown(undone.contains(file.id()) ? WayDown.PRESENT : WayDown.ABSENT);
    }
    if (name.isCode()) {
      return file;
    }
    Optional<String> text = folder.text(name.path(), settings.encoding());
    if (text.isEmpty()) {
      return file;
    }
    return file.withChecksums(List.of(FlywayChecksum.of(text.get())))
        .withTransaction(
            !(paths.contains(name.path() + ".conf")
                    && OPTED_OUT.matcher(folder.glance(name.path() + ".conf")).find())
                && !leavesTransaction(text.get()));
  }

  private static boolean leavesTransaction(String text) {
    return HINT.matcher(text).find()
        && SqlStatements.in(text).stream()
            .anyMatch(statement -> WITHOUT_TRANSACTION.matcher(statement).matches());
  }
}
