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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL files with a number in front, run by hand or by a script of the project's own. */
final class NumberedSqlFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("[vV]?(\\d+)([^/]*\\.(?i:sql))");
  private static final Pattern DOWN =
      Pattern.compile("(.*)[._-](?:down|undo|revert|rollback)(\\.\\w+)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.NUMBERED_SQL;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("migrations", "db/migrations", "sql/migrations", "database/migrations", "sql");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    Set<String> names = Set.copyOf(folder.names());
    Map<String, String> down = new HashMap<>();
    Set<String> partners = new HashSet<>();
    for (String name : names) {
      Matcher matcher = DOWN.matcher(name);
      if (matcher.matches()) {
        for (String up : List.of("", ".up", "_up", "-up")) {
          String partner = matcher.group(1) + up + matcher.group(2);
          if (names.contains(partner)) {
            down.put(partner, name);
            partners.add(name);
          }
        }
      }
    }
    List<MigrationFile> files =
        NumberedFile.in(folder.names(), NAME).stream()
            .filter(file -> !partners.contains(file.path()))
            .sorted(NumberedFile.BY_NUMBER)
            .map(file -> read(folder, file, down.get(file.path())))
            .toList();
    return folder.migrations(tool(), files);
  }

  private static MigrationFile read(SourceFolder folder, NumberedFile file, String down) {
    folder.text(file.path());
    WayDown way = down == null ? WayDown.UNKNOWN : Directives.wayDown(folder.glance(down));
    return MigrationFile.versioned(file.path().replaceFirst("\\.\\w+$", ""), file.path())
        .withWayDown(way);
  }
}
