package dev.dbpreflight.history;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Table;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells quickly which tables cannot be a tool's, so that only a few of thousands are held against
 * every signature. It looks for a name that tools use, and for the most peculiar column of each
 * table that tools let their users rename.
 */
final class FirstGlance {
  private final Set<String> names = new HashSet<>();
  private final Set<String> partsOfNames = new HashSet<>();
  private final Set<String> peculiarColumns = new HashSet<>();

  /** Which lengths such a column has: most others are ruled out by theirs. */
  private final BitSet lengths = new BitSet();

  FirstGlance(List<Signature> signatures) {
    for (Signature signature : signatures) {
      names.addAll(signature.names());
      if ("".equals(signature.nameLike())) {
        peculiarColumns.add(peculiar(signature.columns()));
      } else if (signature.nameLike() != null) {
        partsOfNames.add(signature.nameLike());
      }
    }
    peculiarColumns.forEach(column -> lengths.set(column.length()));
  }

  private static String peculiar(List<ColumnPattern> columns) {
    return columns.stream()
        .filter(column -> !column.optional())
        .map(ColumnPattern::name)
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  /**
   * @param name of the table, in lower case
   */
  boolean mayBeATools(String name, Table table) {
    if (names.contains(name)) {
      return true;
    }
    for (String part : partsOfNames) {
      if (name.contains(part)) {
        return true;
      }
    }
    for (Column column : table.columns()) {
      if (isPeculiar(column.name())) {
        return true;
      }
    }
    return false;
  }

  private boolean isPeculiar(String column) {
    return lengths.get(column.length()) && peculiarColumns.contains(Signature.lower(column));
  }
}
