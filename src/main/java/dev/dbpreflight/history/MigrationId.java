package dev.dbpreflight.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a migration is called, spelled the same whether a history or a file name says it: without the
 * zeros in front that some tools drop, in the tool's own order of parts. Flyway's repeatable
 * migrations have no version: they are "R:" and the description, with spaces as the history has it.
 * A change set of Liquibase is "path::id::author", the path without "classpath:", a drive, a slash
 * in front, and the dots that lead nowhere.
 */
public final class MigrationId {
  private static final String REPEATABLE = "R:";
  private static final Pattern DOTS = Pattern.compile("[._]");
  private static final Pattern ROOT = Pattern.compile("^(?:classpath:)?(?:[A-Za-z]:)?");

  private MigrationId() {}

  /**
   * A migration of Flyway that runs again whenever it has changed.
   *
   * @param description as the history has it, or as a file's name spells it with "_" for a space
   */
  public static String repeatable(String description) {
    return REPEATABLE + description.replace('_', ' ');
  }

  /**
   * The one spelling of a version that the tool compares as a number, or as numbers with dots.
   *
   * @param version as recorded or as written in a file's name
   */
  public static String of(MigrationTool tool, String version) {
    return switch (tool) {
      case FLYWAY -> version.startsWith(REPEATABLE) ? version : dotted(version);
      case LIQUIBASE -> normalised(version);
      case GOLANG_MIGRATE, GOOSE, RAILS, SQLX, ECTO, REFINERY, PHINX, TERN, HASURA ->
          withoutZeros(version);
      default -> version;
    };
  }

  /** Flyway: "_" is a dot, zeros in front and parts of zero at the end do not count. */
  private static String dotted(String version) {
    List<String> parts = new ArrayList<>();
    for (String part : DOTS.split(version)) {
      parts.add(withoutZeros(part));
    }
    while (parts.size() > 1 && parts.getLast().equals("0")) {
      parts.removeLast();
    }
    return String.join(".", parts);
  }

  private static String normalised(String changeSet) {
    int end = changeSet.indexOf("::");
    if (end < 0) {
      return changeSet;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : withoutRoot(changeSet.substring(0, end)).split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts) + changeSet.substring(end);
  }

  private static String withoutRoot(String path) {
    return ROOT.matcher(path.replace('\\', '/')).replaceFirst("");
  }

  private static String withoutZeros(String version) {
    if (!version.startsWith("0") || !version.chars().allMatch(Character::isDigit)) {
      return version;
    }
    int start = 0;
    while (start < version.length() - 1 && version.charAt(start) == '0') {
      start++;
    }
    return version.substring(start);
  }
}
