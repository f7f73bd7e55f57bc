package dev.dbpreflight.history;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationTool.Recording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Recorded ids that no file has, sorted by what that means. */
final class UnknownIds {
  private final Set<String> ahead;
  private final Set<String> pruned;
  private final List<String> missing;

  /**
   * @param unknown of the recorded ids, those that need a file and have none
   * @param recorded from the oldest to the newest
   */
  UnknownIds(
      Recording recording, Migrations migrations, List<String> unknown, List<String> recorded) {
    MigrationTool tool = migrations.tool();
    Set<String> ids = migrations.files().stream().map(MigrationFile::id).collect(toSet());
    this.ahead = new LinkedHashSet<>(unknown);
    this.pruned = new LinkedHashSet<>();
    if (recording != Recording.HEADS && !unknown.isEmpty()) {
      ahead.removeIf(id -> hasNoVersion(tool, id));
      pruned.addAll(unknown);
      if (Discipline.ordersById(tool)) {
        sortById(migrations);
      } else {
        sortByTime(recorded, ids);
      }
      if (tool == MigrationTool.LIQUIBASE) {
        // Whole change logs come with libraries; what was taken out of a known one is missed.
        Set<String> paths = ids.stream().map(UnknownIds::path).collect(toSet());
        unknown.stream().filter(id -> !paths.contains(path(id))).forEach(pruned::add);
        pruned.removeIf(id -> paths.contains(path(id)));
      } else if (Discipline.stopsAtMissingFiles(tool)) {
        pruned.clear();
      }
      pruned.removeAll(ahead);
    }
    this.missing =
        unknown.stream().filter(id -> !ahead.contains(id) && !pruned.contains(id)).toList();
  }

  /** Newer than every file. */
  List<String> ahead() {
    return List.copyOf(ahead);
  }

  /** Nobody misses them. */
  List<String> pruned() {
    return List.copyOf(pruned);
  }

  List<String> missing() {
    return missing;
  }

  /** The newest of those that are not ahead; empty when there is none. */
  String newestMissing(MigrationTool tool) {
    return missing.stream().filter(id -> !hasNoVersion(tool, id)).reduce("", IdOrder::newer);
  }

  private void sortById(Migrations migrations) {
    Map<String, String> newest = extremes(migrations, IdOrder::newer);
    Map<String, String> oldest = extremes(migrations, IdOrder::older);
    MigrationTool tool = migrations.tool();
    ahead.removeIf(id -> !IdOrder.isAfter(id, newest.getOrDefault(line(tool, id), "")));
    pruned.removeIf(id -> IdOrder.isAfter(id, oldest.getOrDefault(line(tool, id), "")));
  }

  /** One id per line of versions. */
  private static Map<String, String> extremes(Migrations migrations, BinaryOperator<String> pick) {
    return migrations.files().stream()
        .filter(file -> file.kind() == Kind.VERSIONED)
        .map(MigrationFile::id)
        .collect(toMap(id -> line(migrations.tool(), id), id -> id, pick));
  }

  private void sortByTime(List<String> recorded, Set<String> ids) {
    int first = 0;
    while (first < recorded.size() && !ids.contains(recorded.get(first))) {
      first++;
    }
    recorded.subList(first, recorded.size()).forEach(pruned::remove);
    int last = recorded.size() - 1;
    while (last >= 0 && !ids.contains(recorded.get(last))) {
      last--;
    }
    recorded.subList(0, last + 1).forEach(ahead::remove);
  }

  /** Every application of Django has versions of its own. */
  static String line(MigrationTool tool, String id) {
    return tool == MigrationTool.DJANGO ? id.substring(0, id.indexOf('.') + 1) : "";
  }

  /** Flyway's repeatable migrations have no version, so none is newer than another. */
  private static boolean hasNoVersion(MigrationTool tool, String id) {
    return tool == MigrationTool.FLYWAY && !Character.isDigit(id.charAt(0));
  }

  private static String path(String changeSet) {
    return changeSet.substring(0, Math.max(0, changeSet.indexOf("::")));
  }
}
