package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A SQLite database file, which need not exist.
 *
 * @param path the path, percent escapes undone
 * @param spelled the path as written: tools disagree whether {@code sqlite:///a%20b.db} is escaped,
 *     so the file that exists is the one that is meant
 * @param folder where a relative path starts; the process's own when empty
 */
public record SqliteUrl(String path, String spelled, Path folder, List<String> notes, String source)
    implements DatabaseUrl {

  public SqliteUrl {
    notes = List.copyOf(notes);
  }

  @Override
  public Engine engine() {
    return Engine.SQLITE;
  }

  SqliteUrl in(Path newFolder) {
    return new SqliteUrl(path, spelled, newFolder, notes, source);
  }

  @Override
  public String masked() {
    return path;
  }

  /** The file that is meant; it need not exist. */
  public Path file() {
    Path file = file(path);
    Path literal = file(spelled);
    return Files.notExists(file) && Files.exists(literal) ? literal : file;
  }

  /** Whether there is no file: an application would start with a new, empty database. */
  public boolean missing() {
    return Files.notExists(file());
  }

  private Path file(String text) {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot use a path that this system's character set cannot hold",
              "the URL from " + source,
              "without a database there is nothing to check",
              "set a UTF-8 locale, for example LC_ALL=C.UTF-8"),
          e);
    }
  }

  @Override
  public String toString() {
    return masked();
  }
}
