package dev.dbpreflight.backup;

import dev.dbpreflight.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a script as far as it tells about tables and rows: its first tokens, and how
 * many rows an INSERT has. Quoted names begin with a quote, all else is in lower case.
 */
final class SqlStatement {
  private static final int HEAD = 16;
  private static final Set<String> KINDS_OF_TABLE = Set.of("unlogged", "foreign");

  private final List<String> head = new ArrayList<>();
  private String last = "";
  private String beforeLast = "";
  private int depth;
  private int blocks;
  private boolean values;
  private long groups;

  boolean isEmpty() {
    return head.isEmpty();
  }

  void token(String token) {
    if (isRoutine()) {
      countBlocks(token);
    }
    if (token.equals("(")) {
      groups += values && depth == 0 ? 1 : 0;
      depth++;
    } else if (token.equals(")")) {
      depth = Math.max(0, depth - 1);
    } else if (depth == 0 && token.equals("values")) {
      values = true;
      groups += last.equals("default") ? 1 : 0;
    } else if (depth == 0 && token.equals("on")) {
      values = false;
    }
    if (head.size() < HEAD) {
      head.add(token);
    }
    beforeLast = last;
    last = token;
  }

  /** A body in standard SQL has semicolons of its own: BEGIN ATOMIC … END. */
  private void countBlocks(String token) {
    if (token.equals("begin") || blocks > 0 && token.equals("case")) {
      blocks++;
    } else if (blocks > 0 && token.equals("end")) {
      blocks--;
    }
  }

  private boolean isRoutine() {
    return is(0, "create")
        && head.stream().limit(4).anyMatch(word -> Set.of("function", "procedure").contains(word));
  }

  /** Whether a semicolon here ends it. */
  boolean endsAtSemicolon() {
    return depth == 0 && blocks == 0;
  }

  /** The table whose rows follow in the next lines. */
  Optional<ObjectName> copied() {
    return is(0, "copy") && beforeLast.equals("from") && last.equals("stdin")
        ? name(1)
        : Optional.empty();
  }

  Optional<ObjectName> insertedInto() {
    return is(0, "insert") && is(1, "into") ? name(2) : Optional.empty();
  }

  long insertedRows() {
    return groups;
  }

  Optional<ObjectName> createdTable() {
    int at = 1;
    if (at < head.size() && KINDS_OF_TABLE.contains(head.get(at))) {
      at++;
    }
    return is(0, "create") && is(at, "table") ? name(at + 1) : Optional.empty();
  }

  /**
   * Whether strings mean backslashes from here on, or no longer; empty for all other statements.
   */
  Optional<Boolean> setsBackslashes() {
    return is(0, "set") && is(1, "standard_conforming_strings")
        ? Optional.of(last.equals("off"))
        : Optional.empty();
  }

  private boolean is(int at, String token) {
    return at < head.size() && head.get(at).equals(token);
  }

  private Optional<ObjectName> name(int at) {
    if (at >= head.size()) {
      return Optional.empty();
    }
    return Optional.of(
        is(at + 1, ".") && at + 2 < head.size()
            ? new ObjectName(plain(head.get(at)), plain(head.get(at + 2)))
            : ObjectName.global(plain(head.get(at))));
  }

  private static String plain(String token) {
    return token.startsWith("\"") ? token.substring(1) : token;
  }
}
