package dev.dbpreflight.history;

import java.util.List;

/**
 * The migrations that a release brings, as its files say.
 *
 * @param folder where they were found, as the user may write it
 * @param files in the order in which the tool would run them on an empty database; in the order of
 *     their paths where they say themselves what they follow
 * @param unread files that belong to them and could not be understood, sorted
 */
public record Migrations(
    MigrationTool tool, String folder, List<MigrationFile> files, List<Unread> unread) {

  /**
   * A file that could not be understood.
   *
   * @param path from the folder
   * @param line where reading stopped, from 1; zero when none can be named
   * @param reason lower case, no full stop: "is not valid UTF-8"
   */
  public record Unread(String path, int line, String reason) implements Comparable<Unread> {
    @Override
    public int compareTo(Unread other) {
      int byPath = path.compareTo(other.path);
      return byPath != 0 ? byPath : Integer.compare(line, other.line);
    }
  }

  /** Whether one of the files is the revision that a user, or a history, calls so. */
  public boolean has(String revision) {
    String id = MigrationId.of(tool, revision);
    return files.stream()
        .anyMatch(
            file ->
                file.id().equals(id)
                    || file.name().equals(revision)
                    || file.labels().contains(revision));
  }

  public Migrations {
    files = List.copyOf(files);
    unread = unread.stream().sorted().toList();
  }
}
