package dev.dbpreflight.migrations;

import java.util.ArrayDeque;
import java.util.Deque;

/** How Liquibase spells the path of a changelog when it records it. */
final class ChangelogPath {
  private ChangelogPath() {}

  /** Without {@code classpath:}, a drive's letter, slashes in front or doubled, or backslashes. */
  static String normal(String path) {
    String normal = path.strip();
    if (normal.startsWith("classpath:")) {
      normal = normal.substring("classpath:".length());
    }
    normal = normal.replace('\\', '/').replaceAll("/{2,}", "/").replace("/./", "/");
    normal = normal.replaceFirst("^[a-zA-Z]:", "");
    normal = normal.startsWith("./") ? normal.substring(2) : normal;
    return normal.startsWith("/") ? normal.substring(1) : normal;
  }

  /** A path from the folder of another file, with ".." resolved. */
  static String beside(String file, String path) {
    int slash = file.lastIndexOf('/');
    return resolved(file.substring(0, slash + 1) + normal(path));
  }

  /** A path in which ".." has been followed as far as that is possible. */
  static String resolved(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
