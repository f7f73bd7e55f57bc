package dev.dbpreflight.migrations;

import java.util.List;
import java.util.Optional;

/**
 * The files that changelogs name, by the paths that Liquibase would search and record them with:
 * from its search path, which may be above the folder that is read.
 */
final class ChangelogFiles {
  private final SourceFolder folder;
  private final String below;

  /**
   * @param below where the folder is, from the search path; empty when it is the search path
   */
  ChangelogFiles(SourceFolder folder, String below) {
    this.folder = folder;
    this.below = below;
  }

  /** A file of the folder as Liquibase names it. */
  String searched(String inFolder) {
    return below.isEmpty() ? inFolder : ChangelogPath.resolved(below + "/" + inFolder);
  }

  /** The same file as the folder names it, with ".." if it is above. */
  String inFolder(String searched) {
    if (below.isEmpty()) {
      return searched;
    }
    if (searched.startsWith(below + "/")) {
      return searched.substring(below.length() + 1);
    }
    return "../".repeat(below.split("/").length) + searched;
  }

  boolean has(String searched) {
    return folder.has(inFolder(searched));
  }

  Optional<String> text(String searched) {
    return folder.text(inFolder(searched));
  }

  void cannotRead(String searched, int line, String reason) {
    folder.cannotRead(inFolder(searched), line, reason);
  }

  /**
   * All files below a folder, sorted as Liquibase sorts them; none when there is no such folder.
   */
  List<String> below(String searched) {
    String place = searched.replaceFirst("/+$", "");
    return folder
        .below(inFolder(place).isEmpty() ? "." : inFolder(place))
        .map(
            found ->
                found.paths().stream()
                    .map(path -> place.isEmpty() ? path : place + "/" + path)
                    .sorted()
                    .toList())
        .orElse(List.of());
  }
}
