package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Revisions of Alembic: Python files that name themselves and what they follow. The folder may be a
 * project, its folder of scripts, or the one with the revisions.
 */
final class AlembicFiles implements Convention {
  private static final Pattern SOURCE = Pattern.compile("(?!\\.#|__init__).*\\.py");
  private static final Pattern COMPILED = Pattern.compile("(?!\\.#|__init__).*\\.py[co]");
  private static final int FILES_GLANCED_AT = 20;
  private static final String CACHE = "__pycache__/";

  @Override
  public MigrationTool tool() {
    return MigrationTool.ALEMBIC;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of(
        ".",
        "migrations",
        "alembic",
        "db",
        "db/migrations",
        "database",
        "src",
        "src/migrations",
        "app",
        "app/migrations",
        "backend",
        "server",
        "api");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    SourceFolder glance = folder.afresh();
    return AlembicPlaces.of(glance).isPresent()
        || glance.names().stream()
            .filter(name -> SOURCE.matcher(name).matches())
            .limit(FILES_GLANCED_AT)
            .anyMatch(name -> AlembicRevision.isOne(glance, name));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    AlembicPlaces places =
        AlembicPlaces.of(folder).orElse(new AlembicPlaces(List.of(""), false, false));
    List<MigrationFile> files = new ArrayList<>();
    for (String location : places.locations()) {
      for (String path : paths(folder, location, places)) {
        AlembicRevision.read(folder, path).ifPresent(files::add);
      }
    }
    refuseSharedLabels(folder, files);
    return folder.migrations(tool(), files);
  }

  private List<String> paths(SourceFolder folder, String location, AlembicPlaces places) {
    String prefix = location.isEmpty() ? "" : location + "/";
    List<String> all = list(folder, prefix, places.recursive());
    if (places.sourceless()) {
      Stream.concat(all.stream(), list(folder, prefix + CACHE, false).stream())
          .filter(path -> COMPILED.matcher(name(path)).matches())
          .filter(path -> !all.contains(source(path)))
          .forEach(path -> folder.cannotRead(path, 0, "is compiled and has no source beside it"));
    }
    return all.stream().filter(path -> SOURCE.matcher(name(path)).matches()).toList();
  }

  private List<String> list(SourceFolder folder, String prefix, boolean recursive) {
    Optional<SourceFolder> below = folder.below(prefix.isEmpty() ? "." : prefix);
    if (below.isEmpty()) {
      return List.of();
    }
    List<String> paths = recursive ? below.get().paths() : below.get().names();
    for (Unread unlisted : below.get().migrations(tool(), List.of()).unread()) {
      folder.cannotRead(prefix + unlisted.path(), unlisted.line(), unlisted.reason());
    }
    return paths.stream().map(path -> prefix + path).toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String source(String compiled) {
    return compiled.replace(CACHE, "").replaceFirst("\\.[^/]*$", ".py");
  }

  /** Alembic stops where two revisions use the same name for a branch. */
  private static void refuseSharedLabels(SourceFolder folder, List<MigrationFile> files) {
    Map<String, MigrationFile> users = new HashMap<>();
    files.forEach(file -> users.put(file.id(), file));
    for (MigrationFile file : files) {
      for (String label : file.labels()) {
        MigrationFile other = users.putIfAbsent(label, file);
        if (other != null) {
          folder.cannotRead(
              file.path(), 0, "has the branch label \"" + label + "\" of " + other.path() + " too");
        }
      }
    }
  }
}
