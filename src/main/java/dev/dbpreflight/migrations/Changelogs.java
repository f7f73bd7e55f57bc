package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.migrations.ChangeSetDraft.Including;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a changelog and all that it includes, in the order in which Liquibase would run it. */
final class Changelogs {
  /** No project includes that deep; without a limit a chain of files could end the run. */
  private static final int DEPTH = 100;

  private final ChangelogFiles files;
  private final ChangelogProperties properties = new ChangelogProperties();
  private final ChangeSets changeSets;
  private final List<MigrationFile> found = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Map<String, Integer> readings = new HashMap<>();

  Changelogs(ChangelogFiles files) {
    this.files = files;
    this.changeSets = new ChangeSets(files, properties);
  }

  List<MigrationFile> found() {
    return found;
  }

  /**
   * @param path as Liquibase searches it
   * @param named the path that its include gives it; empty when it gives none
   */
  void read(String path, String named, Including outside) {
    // Its change sets are there twice when two files include it, which Liquibase refuses. More
    // often is of no use, and files that include others twice would never end.
    if (readings.merge(path, 1, Integer::sum) > 2) {
      return;
    }
    open.add(path);
    Optional<String> text = files.text(path);
    try {
      if (text.isPresent()) {
        understand(path, text.get(), named.isEmpty() ? outside.path() : named, outside);
      }
    } catch (CodeFault broken) {
      files.cannotRead(path, broken.line(), broken.reason());
    }
    open.remove(path);
  }

  /**
   * @param given the path that the outside gives it, since version 5; older ones did not pass it on
   */
  private void understand(String path, String text, String given, Including outside)
      throws CodeFault {
    Optional<ChangelogNotation> notation = ChangelogNotation.of(path);
    if (notation.isPresent()) {
      ChangelogNode root = notation.get().parse(text);
      ChangelogNode changelog =
          root.child("databaseChangeLog")
              .orElseThrow(() -> new CodeFault(0, "has no databaseChangeLog"));
      changelog(changelog, path, given, outside);
    } else if (FormattedSql.is(text)) {
      // Version 5 overlooks the path in the first line.
      List<String> recorded =
          first(given, path, properties.expand(FormattedSql.pathInFirstLine(text)));
      for (ChangeSetDraft draft : FormattedSql.read(text, properties)) {
        found.add(draft.file(recorded, files.inFolder(path), outside));
      }
    } else {
      found.add(raw(text).file(List.of(path), files.inFolder(path), outside));
    }
  }

  /** The paths that are not empty, in this order. */
  private static List<String> first(String... paths) {
    return Stream.of(paths).filter(path -> !path.isEmpty()).toList();
  }

  /** A file of plain SQL is one change set, which Liquibase names itself. */
  private ChangeSetDraft raw(String text) {
    String sql = properties.expand(text);
    return new ChangeSetDraft(
        "raw",
        "includeAll",
        "",
        1,
        Kind.VERSIONED,
        true,
        WayDown.ABSENT,
        "",
        false,
        false,
        List.of(),
        ChangelogProperties.open(sql) ? null : List.of(sql));
  }

  private void changelog(ChangelogNode node, String path, String given, Including outside) {
    String own = properties.expand(node.value("logicalFilePath"));
    List<String> recorded = own.isEmpty() ? first(given, path) : List.of(own);
    Including inside = outside.with(ChangeSets.chosen(node), false).as(own);
    for (ChangelogNode entry : node.children()) {
      entry(entry, path, recorded, inside);
    }
  }

  private void entry(ChangelogNode entry, String path, List<String> recorded, Including outside) {
    switch (entry.name()) {
      case "property" -> properties.define(entry);
      case "changeSet" ->
          found.add(changeSets.read(entry, path).file(recorded, files.inFolder(path), outside));
      case "include" -> include(entry, path, outside);
      case "includeAll" -> includeAll(entry, path, outside);
      case "modifyChangeSets" ->
          entry.children().forEach(inner -> entry(inner, path, recorded, outside));
      default -> {}
    }
  }

  private void include(ChangelogNode entry, String path, Including outside) {
    String file = properties.expand(entry.value("file"));
    String target = target(entry, path, file);
    if (file.isEmpty() || ChangelogProperties.open(file)) {
      files.cannotRead(path, entry.line(), "includes a file that only a run can name");
    } else if (!files.has(target)) {
      if (!entry.isNot("errorIfMissing")) {
        files.cannotRead(path, entry.line(), "includes \"" + file + "\", which does not exist");
      }
    } else if (open.contains(target)) {
      files.cannotRead(path, entry.line(), "includes \"" + file + "\", which includes it");
    } else if (open.size() > DEPTH) {
      files.cannotRead(path, entry.line(), "is included through more than " + DEPTH + " files");
    } else {
      String logical = properties.expand(entry.value("logicalFilePath"));
      read(target, logical, including(entry, outside));
    }
  }

  private void includeAll(ChangelogNode entry, String path, Including outside) {
    String folder = properties.expand(entry.value("path"));
    if (folder.isEmpty() || ChangelogProperties.open(folder)) {
      files.cannotRead(path, entry.line(), "includes a folder that only a run can name");
      return;
    }
    if (!entry.value("filter").isEmpty() || !entry.value("resourceFilter").isEmpty()) {
      files.cannotRead(path, entry.line(), "includes what a program of the project chooses");
      return;
    }
    String target = target(entry, path, folder).replaceFirst("/+$", "");
    List<String> all =
        files.below(target).stream()
            .filter(
                file -> wanted(entry, file.substring(target.isEmpty() ? 0 : target.length() + 1)))
            .toList();
    if (all.isEmpty() && !entry.isNot("errorIfMissingOrEmpty")) {
      files.cannotRead(path, entry.line(), "includes all of \"" + folder + "\", which is empty");
    }
    Including inside = including(entry, outside);
    // A changelog may be in the very folder that it includes: it is left out, not read again.
    all.stream().filter(file -> !open.contains(file)).forEach(file -> read(file, "", inside));
  }

  private static boolean wanted(ChangelogNode entry, String below) {
    int depth = below.split("/").length;
    boolean format = ChangelogNotation.of(below).isPresent() || below.endsWith(".sql");
    return format
        && depth >= number(entry.value("minDepth"), 1)
        && depth <= number(entry.value("maxDepth"), Integer.MAX_VALUE)
        && below.endsWith(entry.value("endsWithFilter"));
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private static String target(ChangelogNode entry, String path, String file) {
    return entry.is("relativeToChangelogFile")
        ? ChangelogPath.beside(path, file)
        : ChangelogPath.normal(file);
  }

  private static Including including(ChangelogNode entry, Including outside) {
    return outside.with(ChangeSets.chosen(entry), entry.is("ignore"));
  }
}
