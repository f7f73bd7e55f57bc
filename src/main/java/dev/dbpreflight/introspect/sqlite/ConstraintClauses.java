package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.TableText.CheckText;
import dev.dbpreflight.introspect.sqlite.TableText.ForeignKeyText;
import dev.dbpreflight.introspect.sqlite.TableText.KeyPart;
import dev.dbpreflight.introspect.sqlite.TableText.KeyText;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The clauses that constraints of columns and of tables have in common, and what they add up to.
 */
final class ConstraintClauses {
  private final TokenCursor cursor;
  private final List<KeyText> keys = new ArrayList<>();
  private final List<CheckText> checks = new ArrayList<>();
  private final List<ForeignKeyText> foreignKeys = new ArrayList<>();

  /** The name that CONSTRAINT gave to the constraint that comes next. */
  private String name = "";

  ConstraintClauses(TokenCursor cursor) {
    this.cursor = cursor;
  }

  TableText with(Map<String, TableText.ColumnText> columns) {
    return new TableText(columns, keys, checks, foreignKeys);
  }

  boolean acceptName() throws ParseException {
    if (!cursor.accept("CONSTRAINT")) {
      return false;
    }
    name = cursor.name();
    return true;
  }

  String takeName() {
    String taken = name;
    name = "";
    return taken;
  }

  void addKey(boolean primary, List<KeyPart> parts, String conflict, boolean autoincrement) {
    keys.add(new KeyText(primary, takeName(), parts, conflict, autoincrement));
  }

  /** Reads on behind the word CHECK. */
  void check() throws ParseException {
    checks.add(new CheckText(takeName(), cursor.parenthesised()));
  }

  /** The conflict clause that may come here; empty for ABORT, which is what none means. */
  String conflict() throws ParseException {
    if (!cursor.accept("ON", "CONFLICT")) {
      return "";
    }
    String resolution = SqlNames.capitals(cursor.name());
    return resolution.equals("ABORT") ? "" : resolution;
  }

  /** Reads on from the word REFERENCES. */
  void foreignKey(List<String> from) throws ParseException {
    cursor.expect("REFERENCES");
    String table = cursor.objectName();
    if (cursor.atOperator("(")) {
      cursor.parenthesised();
    }
    while (cursor.acceptAny("ON", "MATCH")) {
      action();
    }
    foreignKeys.add(new ForeignKeyText(takeName(), from, table, false));
    if (atDeferral()) {
      deferral();
    }
  }

  /** DELETE, UPDATE or INSERT with what to do, or the kind of match. */
  private void action() throws ParseException {
    if (!cursor.acceptAny("DELETE", "UPDATE", "INSERT")) {
      cursor.name();
    } else if (!cursor.accept("SET", "NULL")
        && !cursor.accept("SET", "DEFAULT")
        && !cursor.accept("NO", "ACTION")) {
      cursor.name();
    }
  }

  boolean atDeferral() {
    return cursor.at("DEFERRABLE") || cursor.at("NOT", "DEFERRABLE");
  }

  /** Only one of the six spellings defers anything; it goes to the foreign key read last. */
  void deferral() throws ParseException {
    boolean deferrable = !cursor.accept("NOT");
    cursor.expect("DEFERRABLE");
    boolean later = cursor.accept("INITIALLY", "DEFERRED");
    if (!later) {
      cursor.accept("INITIALLY", "IMMEDIATE");
    }
    if (!foreignKeys.isEmpty()) {
      ForeignKeyText last = foreignKeys.removeLast();
      foreignKeys.add(
          new ForeignKeyText(last.name(), last.columns(), last.table(), deferrable && later));
    }
  }

  /**
   * The name of a collation behind COLLATE, in capitals; empty for the one that all columns have.
   */
  String collation() throws ParseException {
    return canonicalCollation(cursor.name());
  }

  static String canonicalCollation(String name) {
    String capitals = SqlNames.capitals(name);
    return capitals.equals("BINARY") ? "" : capitals;
  }
}
