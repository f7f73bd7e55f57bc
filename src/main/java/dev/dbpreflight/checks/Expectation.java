package dev.dbpreflight.checks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing that a named check expects of a target. Names of tables are as the user wrote them:
 * "accounts" or "billing.accounts"; a name without a schema means the one that names without a
 * schema are found in. An empty component was not said and is not looked at.
 */
public sealed interface Expectation {

  /** File and line that it was written in: "checks/shop.yaml:12". */
  String source();

  /** A table of that name is there, of any kind but a view. */
  record TableExists(String table, String source) implements Expectation {}

  /**
   * A column is there and is so.
   *
   * @param type in any spelling that the engine takes: "numeric(10,2)", "int", "varchar(20)"
   * @param defaultExpression SQL: "0", "now()"; an empty text when the column should have none
   * @param references table and column, dots between: "stock_positions.id"; an empty text when the
   *     column should be in no foreign key
   */
  record ColumnIs(
      String table,
      String column,
      Optional<String> type,
      Optional<Boolean> nullable,
      Optional<String> defaultExpression,
      Optional<String> references,
      String source)
      implements Expectation {}

  /**
   * An index is there and is so. It has a name, or a table and columns. An index that a key brings
   * counts too.
   *
   * @param columns in key order; an expression in SQL where the key is one
   * @param method "btree", "gin"; PostgreSQL only
   * @param where condition of a partial index in SQL; an empty text when it should have none
   */
  record IndexIs(
      Optional<String> name,
      Optional<String> table,
      List<String> columns,
      Optional<Boolean> unique,
      Optional<String> method,
      Optional<String> where,
      String source)
      implements Expectation {

    public IndexIs {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A constraint is there and is so. It has a name, or a table and a kind.
   *
   * @param columns of a key or a foreign key, in its order
   * @param references the table of a foreign key, or table and column: "stock_positions.id"
   * @param onDelete "no action", "restrict", "cascade", "set null", "set default"
   * @param expression of a check constraint, in SQL
   */
  record ConstraintIs(
      Optional<String> name,
      Optional<String> table,
      Optional<ConstraintKind> kind,
      List<String> columns,
      Optional<String> references,
      Optional<String> onDelete,
      Optional<String> expression,
      String source)
      implements Expectation {

    public ConstraintIs {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The first column of the only row that a query answers; no row at all counts as null.
   *
   * @param query one statement; run read-only
   * @param timeout of this query alone
   */
  record SqlAnswers(FileText query, Comparison expect, Optional<Duration> timeout, String source)
      implements Expectation {}

  /** A table has so many rows, counted; at least one bound is there. */
  record RowsWithin(String table, OptionalLong min, OptionalLong max, String source)
      implements Expectation {}

  /**
   * An address answers a GET so.
   *
   * @param status 200 when the file says nothing
   * @param body text that the answer contains
   * @param json per JSON pointer (RFC 6901) what stands there, in the file's order
   * @param headers of the request
   * @param timeout of this request alone
   */
  record HttpAnswers(
      FileText url,
      int status,
      Optional<FileText> body,
      Map<String, Comparison> json,
      Map<String, FileText> headers,
      Optional<Duration> timeout,
      String source)
      implements Expectation {

    public HttpAnswers {
      json = InOrder.copyOf(json);
      headers = InOrder.copyOf(headers);
    }
  }
}
