package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.CatalogRow.ColumnRow;
import dev.dbpreflight.introspect.sqlite.TableText.ColumnText;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Column.Generated;
import dev.dbpreflight.model.SqlText;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes columns of what the pragmas and the table's text say. Types are kept in capitals: SQLite
 * takes {@code integer} and {@code INTEGER} for the same, and a type can be any words.
 */
final class Columns {
  private final TableText text;
  private final NameScope scope;

  Columns(TableText text, NameScope scope) {
    this.text = text;
    this.scope = scope;
  }

  List<Column> of(List<ColumnRow> rows) {
    List<Column> columns = new ArrayList<>();
    for (ColumnRow row : rows) {
      columns.add(column(row, columns.size() + 1));
    }
    return columns;
  }

  private Column column(ColumnRow row, int position) {
    ColumnText column = text.column(row.name());
    String conflict = column.notNullConflict();
    return new Column(
        row.name(),
        position,
        type(row),
        column.collation(),
        row.notNull(),
        column.notNullName(),
        conflict.isEmpty() ? List.of() : List.of("ON CONFLICT " + conflict),
        row.defaultValue().map(Columns::defaultValue).orElse(SqlText.NONE),
        generated(row.hidden()),
        row.isGenerated() ? CanonicalSql.expression(column.generation(), scope) : SqlText.NONE,
        Optional.empty(),
        "",
        "",
        -1,
        List.of(),
        false,
        List.of(),
        "");
  }

  private static Generated generated(int hidden) {
    return switch (hidden) {
      case 2 -> Generated.VIRTUAL;
      case 3 -> Generated.STORED;
      default -> Generated.NEVER;
    };
  }

  /**
   * With a comment inside of GENERATED ALWAYS, SQLite takes the first of the words for the type's.
   */
  private static String type(ColumnRow row) {
    String type = type(row.type());
    return row.isGenerated() ? type.replaceFirst(" ?\\bGENERATED$", "") : type;
  }

  /** One space between words, none around parentheses and commas, no comments. */
  static String type(String declared) {
    try {
      StringBuilder type = new StringBuilder();
      SqlToken previous = SqlToken.END;
      for (SqlToken token : SqliteTokens.of(declared)) {
        boolean words = previous.canBeName() && token.canBeName();
        type.append(words ? " " : "").append(SqlNames.capitals(token.text()));
        previous = token;
      }
      return type.toString();
    } catch (ParseException e) {
      // A type that was quoted can hold any characters; SQLite shows it without its quotes.
      return SqlNames.capitals(declared);
    }
  }

  private static SqlText defaultValue(String written) {
    try {
      return CanonicalSql.defaultValue(SqliteTokens.of(written));
    } catch (ParseException e) {
      return SqlText.of(written);
    }
  }
}
