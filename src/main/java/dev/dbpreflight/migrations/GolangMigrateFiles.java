package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pairs of files of golang-migrate: {@code 1_name.up.sql} and {@code 1_name.down.sql}. Reversible
 * migrations of sqlx are called the same; those of a Rust project are taken for sqlx's.
 */
final class GolangMigrateFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*\\.(?:up|down)\\.[^.]+)");
  private static final Pattern UP = Pattern.compile(".*\\.up\\.[^.]+");

  @Override
  public MigrationTool tool() {
    return MigrationTool.GOLANG_MIGRATE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of(
        "migrations",
        "db/migrations",
        "db/migration",
        "internal/db/migrations",
        "internal/database/migrations",
        "database/migrations",
        "sql/migrations",
        "migrate");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return fits(folder) && !SqlxFiles.isRust(folder);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<NumberedFile> all = NumberedFile.in(folder.names(), NAME);
    Map<String, NumberedFile> down = new HashMap<>();
    Set<String> withUp = new HashSet<>();
    for (NumberedFile file : all) {
      if (isUp(file)) {
        withUp.add(file.id(tool()));
      } else {
        down.putIfAbsent(file.id(tool()), file);
      }
    }
    // A way down alone is a migration too: going up, it does nothing and is recorded.
    List<MigrationFile> files =
        all.stream()
            .filter(file -> isUp(file) || !withUp.contains(file.id(tool())))
            .sorted(NumberedFile.BY_NUMBER)
            .map(file -> read(folder, file, down.get(file.id(tool()))))
            .toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile read(SourceFolder folder, NumberedFile file, NumberedFile down) {
    folder.text(file.path());
    return file.migration(tool())
        .withWayDown(
            down == null ? WayDown.ABSENT : Directives.wayDown(folder.glance(down.path())));
  }

  private static boolean isUp(NumberedFile file) {
    return UP.matcher(file.path()).matches();
  }
}
