package dev.dbpreflight.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes the spellings of an SQLite file apart. */
final class SqliteUrlReader {
  private final Refusal refusal;

  SqliteUrlReader(Refusal refusal) {
    this.refusal = refusal;
  }

  /**
   * Reads what follows "sqlite:". Three slashes are a relative path and four an absolute one, as in
   * SQLAlchemy; other tools write "sqlite:relative.db", "sqlite:/absolute.db" and
   * "sqlite://relative.db".
   */
  SqliteUrl readUrl(String rest) {
    String path = withoutQuery(rest);
    if (path.startsWith("///")) {
      path = path.substring(3);
    } else if (path.startsWith("//localhost/")) {
      path = path.substring("//localhost/".length());
    } else if (path.startsWith("//")) {
      path = path.substring(2);
    }
    if (path.startsWith("file:")) {
      return readFileUri(rest.substring(rest.indexOf("file:") + "file:".length()));
    }
    if (path.matches("/[A-Za-z]:[\\\\/].*")) {
      path = path.substring(1);
    }
    requireOnDisk(path, rest);
    Optional<String> decoded = PercentCoding.decode(path);
    return decoded.isEmpty() || decoded.get().equals(path)
        ? url(path, path)
        : url(decoded.get(), path);
  }

  /** Reads what follows "file:"; SQLite's own form. */
  SqliteUrl readFileUri(String rest) {
    String path = withoutQuery(rest);
    int fragment = path.indexOf('#');
    path = fragment < 0 ? path : path.substring(0, fragment);
    if (path.startsWith("//")) {
      int slash = path.indexOf('/', 2);
      String host = slash < 0 ? path.substring(2) : path.substring(2, slash);
      if (!host.isEmpty() && !host.equals("localhost")) {
        throw refusal.because(
            "its file is on the host \"" + host + "\"",
            "write file:relative.db or file:///absolute.db");
      }
      path = slash < 0 ? "" : path.substring(slash);
    }
    if (path.matches("/[A-Za-z]:[\\\\/].*")) {
      path = path.substring(1);
    }
    requireOnDisk(path, rest);
    String decoded =
        PercentCoding.decode(path)
            .orElseThrow(
                () ->
                    refusal.because(
                        "a percent sign does not start an escape such as %20",
                        "write a percent sign itself as %25"));
    return url(decoded, decoded);
  }

  /** Reads what follows "jdbc:sqlite:"; the driver takes the path as it stands. */
  SqliteUrl readJava(String rest) {
    if (rest.startsWith("file:")) {
      return readFileUri(rest.substring("file:".length()));
    }
    if (rest.startsWith(":resource:")) {
      throw refusal.because(
          "it names a file inside a Java archive", "unpack the file and give its path");
    }
    String path = withoutQuery(rest);
    requireOnDisk(path, rest);
    return url(path, path);
  }

  SqliteUrl readPath(String path) {
    requireOnDisk(path, "");
    return url(path, path);
  }

  private static String withoutQuery(String text) {
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }

  private void requireOnDisk(String path, String rest) {
    boolean memory =
        path.isEmpty()
            || path.equals(":memory:")
            || path.equals("/:memory:")
            || rest.matches("(?s).*[?&]mode=memory(&.*)?");
    if (memory) {
      throw refusal.because(
          "an in-memory SQLite database exists only inside the process that made it",
          "give the path of a database file: sqlite:///relative.db or sqlite:////absolute.db");
    }
  }

  private SqliteUrl url(String path, String spelled) {
    return new SqliteUrl(path, spelled, Path.of(""), List.of(), refusal.source());
  }
}
