package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.SqlToken.Kind;
import dev.dbpreflight.introspect.sqlite.TableText.ColumnText;
import dev.dbpreflight.introspect.sqlite.TableText.KeyPart;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** Reads one column of CREATE TABLE with its constraints; its type and default the pragmas tell. */
final class ColumnParser {
  private static final List<String> CONSTRAINT_STARTS =
      List.of(
          "CONSTRAINT",
          "PRIMARY",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "NULL",
          "NOT",
          "REFERENCES",
          "COLLATE",
          "AS",
          "DEFERRABLE");

  private final TokenCursor cursor;
  private final ConstraintClauses clauses;
  private final String column;
  private String collation = "";
  private String notNullName = "";
  private String notNullConflict = "";
  private List<SqlToken> generation = List.of();

  private ColumnParser(TokenCursor cursor, ConstraintClauses clauses) throws ParseException {
    this.cursor = cursor;
    this.clauses = clauses;
    this.column = cursor.name();
  }

  static ColumnText parse(TokenCursor cursor, ConstraintClauses clauses) throws ParseException {
    ColumnParser parser = new ColumnParser(cursor, clauses);
    parser.skipType();
    while (!cursor.atEnd() && !cursor.atOperator(",")) {
      parser.constraint();
    }
    return new ColumnText(
        parser.column,
        parser.collation,
        parser.notNullName,
        parser.notNullConflict,
        parser.generation);
  }

  private void skipType() throws ParseException {
    boolean words = false;
    while (cursor.peek().canBeName() && !atConstraint()) {
      cursor.next();
      words = true;
    }
    if (words && cursor.atOperator("(")) {
      cursor.parenthesised();
    }
  }

  private boolean atConstraint() {
    return CONSTRAINT_STARTS.stream().anyMatch(cursor::at)
        || cursor.at("GENERATED", "ALWAYS", "AS");
  }

  private void constraint() throws ParseException {
    if (clauses.acceptName()) {
      return;
    }
    if (clauses.atDeferral()) {
      clauses.deferral();
    } else if (cursor.accept("NOT", "NULL")) {
      notNullName = clauses.takeName();
      notNullConflict = clauses.conflict();
    } else if (cursor.accept("PRIMARY", "KEY")) {
      primaryKey();
    } else if (cursor.accept("UNIQUE")) {
      clauses.addKey(false, ownPart(), clauses.conflict(), false);
    } else if (cursor.accept("CHECK")) {
      clauses.check();
    } else if (cursor.at("REFERENCES")) {
      clauses.foreignKey(List.of(column));
    } else {
      property();
    }
  }

  /**
   * What is not a constraint although SQLite lets it have a constraint's name, which means nothing.
   */
  private void property() throws ParseException {
    clauses.takeName();
    if (cursor.accept("DEFAULT")) {
      skipDefault();
    } else if (cursor.accept("NULL")) {
      clauses.conflict();
    } else if (cursor.accept("COLLATE")) {
      collation = clauses.collation();
    } else if (cursor.accept("GENERATED", "ALWAYS", "AS") || cursor.accept("AS")) {
      generation = cursor.parenthesised();
      cursor.acceptAny("STORED", "VIRTUAL");
    } else {
      throw cursor.unexpected();
    }
  }

  private void primaryKey() throws ParseException {
    cursor.acceptAny("ASC", "DESC");
    String conflict = clauses.conflict();
    clauses.addKey(true, ownPart(), conflict, cursor.accept("AUTOINCREMENT"));
  }

  private List<KeyPart> ownPart() {
    return List.of(new KeyPart(column, Optional.empty()));
  }

  private void skipDefault() throws ParseException {
    if (cursor.atOperator("(")) {
      cursor.parenthesised();
      return;
    }
    if (cursor.atOperator("-") || cursor.atOperator("+")) {
      cursor.next();
    }
    if (cursor.peek().kind() == Kind.OPERATOR) {
      throw cursor.unexpected();
    }
    cursor.next();
  }
}
