package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.TableText.ColumnText;
import dev.dbpreflight.introspect.sqlite.TableText.KeyPart;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the text of CREATE TABLE. It accepts everything that SQLite accepts, also what the manual
 * does not show: no comma between table constraints, names in single quotes, a deferral on its own.
 */
final class CreateTableParser {
  private static final List<String> CONSTRAINT_STARTS =
      List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

  private final TokenCursor cursor;
  private final ConstraintClauses clauses;
  private final Map<String, ColumnText> columns = new LinkedHashMap<>();

  private CreateTableParser(List<SqlToken> body) {
    cursor = new TokenCursor(body);
    clauses = new ConstraintClauses(cursor);
  }

  /**
   * @throws ParseException when the text is not what it should be
   */
  static TableText parse(String sql) throws ParseException {
    TokenCursor statement = new TokenCursor(SqliteTokens.ofStatement(sql));
    statement.expect("CREATE");
    statement.acceptAny("TEMP", "TEMPORARY");
    statement.expect("TABLE");
    statement.accept("IF", "NOT", "EXISTS");
    statement.objectName();
    CreateTableParser parser = new CreateTableParser(statement.parenthesised());
    skipOptions(statement);
    parser.body();
    return parser.clauses.with(parser.columns);
  }

  /** The pragmas tell the options; here it only matters that nothing else follows. */
  private static void skipOptions(TokenCursor statement) throws ParseException {
    while (!statement.atEnd()) {
      if (!statement.accept("WITHOUT", "ROWID") && !statement.accept("STRICT")) {
        throw statement.unexpected();
      }
      statement.acceptOperator(",");
    }
  }

  private void body() throws ParseException {
    do {
      clauses.takeName();
      if (CONSTRAINT_STARTS.stream().anyMatch(cursor::at)) {
        constraints();
      } else {
        ColumnText column = ColumnParser.parse(cursor, clauses);
        columns.put(SqlNames.fold(column.name()), column);
      }
    } while (cursor.acceptOperator(","));
    if (!cursor.atEnd()) {
      throw cursor.unexpected();
    }
  }

  /** One constraint, or several where the commas between them are missing. */
  private void constraints() throws ParseException {
    while (!cursor.atEnd() && !cursor.atOperator(",")) {
      if (clauses.acceptName()) {
        continue;
      }
      if (cursor.accept("PRIMARY", "KEY")) {
        key(true);
      } else if (cursor.accept("UNIQUE")) {
        key(false);
      } else if (cursor.accept("CHECK")) {
        clauses.check();
        // SQLite reads a conflict clause here and ignores it.
        clauses.conflict();
      } else if (cursor.accept("FOREIGN", "KEY")) {
        clauses.foreignKey(cursor.parenthesisedNames());
      } else {
        throw cursor.unexpected();
      }
    }
  }

  private void key(boolean primary) throws ParseException {
    List<SqlToken> inside = cursor.parenthesised();
    boolean autoincrement = !inside.isEmpty() && inside.getLast().isWord("AUTOINCREMENT");
    List<KeyPart> parts = new ArrayList<>();
    for (List<SqlToken> item : TokenCursor.splitAtCommas(inside)) {
      parts.add(keyPart(item));
    }
    clauses.addKey(primary, parts, clauses.conflict(), autoincrement);
  }

  /** A column, perhaps in parentheses, perhaps with a collation; the pragmas tell its direction. */
  private static KeyPart keyPart(List<SqlToken> item) throws ParseException {
    TokenCursor names =
        new TokenCursor(
            item.stream()
                .filter(token -> !token.isOperator("(") && !token.isOperator(")"))
                .toList());
    String column = names.name();
    Optional<String> collation = Optional.empty();
    while (names.accept("COLLATE")) {
      collation = Optional.of(ConstraintClauses.canonicalCollation(names.name()));
    }
    return new KeyPart(column, collation);
  }
}
