package dev.dbpreflight.introspect;

import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.Reading;
import dev.dbpreflight.history.Reading.Condition;
import dev.dbpreflight.history.Reading.Order;
import dev.dbpreflight.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that reads one bookkeeping table: one row per applied migration, the oldest first; those
 * that are current are in place 1. Both engines understand it; every name in it is quoted.
 */
final class HistoryQuery {
  private final HistoryTable history;

  HistoryQuery(HistoryTable history) {
    this.history = history;
  }

  String sql() {
    return switch (history.reading()) {
      case Reading.Rows rows -> ofRows(rows);
      case Reading.FlywayRows ignored -> ofFlyway();
      case Reading.HasuraState ignored -> ofHasura();
      case Reading.Nothing ignored -> "SELECT NULL AS revision, 0 AS place WHERE 1 = 0";
    };
  }

  private String ofRows(Reading.Rows rows) {
    List<String> conditions = new ArrayList<>();
    rows.conditions().forEach(condition -> conditions.add(condition(condition)));
    String from = table();
    if (!rows.supersededBy().isEmpty()) {
      conditions.add("superseding = 1");
      from =
          "(SELECT *, row_number() OVER (PARTITION BY %s ORDER BY %s DESC) AS superseding FROM %s)"
              .formatted(
                  column(rows.supersededBy().getFirst()),
                  column(rows.supersededBy().getLast()),
                  table());
    }
    return """
    SELECT %s AS revision, %s AS place
    FROM %s AS rows_of_tool%s
    ORDER BY %s
    """
        .formatted(
            revision(rows),
            place(rows),
            from,
            conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions),
            oldestFirst(rows));
  }

  private String oldestFirst(Reading.Rows rows) {
    List<String> columns = new ArrayList<>();
    for (Order order : rows.order()) {
      String column = column(order.column());
      columns.add((order.asNumber() ? "length(" + column + "), " : "") + column + " NULLS FIRST");
    }
    return columns.isEmpty() ? "revision" : String.join(", ", columns);
  }

  private String revision(Reading.Rows rows) {
    return rows.revision().stream()
        .map(column -> "coalesce(CAST(" + column(column) + " AS text), '')")
        .collect(Collectors.joining(" || " + text(rows.separator()) + " || "));
  }

  private String place(Reading.Rows rows) {
    if (rows.order().isEmpty()) {
      return "1";
    }
    String per = rows.newestPer().isEmpty() ? "" : "PARTITION BY " + column(rows.newestPer()) + " ";
    String order = rows.order().stream().map(this::newestFirst).collect(Collectors.joining(", "));
    return "row_number() OVER (" + per + "ORDER BY " + order + ")";
  }

  private String newestFirst(Order order) {
    String column = column(order.column());
    String length = order.asNumber() ? "length(" + column + ") DESC, " : "";
    return length + column + " DESC NULLS LAST";
  }

  private String condition(Condition condition) {
    String column = column(condition.column());
    return switch (condition.test()) {
      case IS_TRUE -> column;
      case IS_FALSE -> "NOT " + column;
      case IS_NULL -> column + " IS NULL";
      case IS_NOT_NULL -> column + " IS NOT NULL";
      case IS_POSITIVE -> column + " > 0";
      case IS_TEXT -> column + " = " + text(condition.value());
      case IS_NOT_TEXT -> column + " <> " + text(condition.value());
    };
  }

  private String ofFlyway() {
    return "SELECT %s AS version, %s AS description, %s AS type, %s AS success FROM %s ORDER BY %s"
        .formatted(
            column("version"),
            column("description"),
            column("type"),
            column("success"),
            table(),
            column("installed_rank"));
  }

  private String ofHasura() {
    String sources = object("state." + column("cli_state") + " -> 'migrations'");
    return """
    SELECT source.key || '/' || version.key AS revision,
           row_number() OVER (PARTITION BY source.key
                              ORDER BY length(version.key) DESC, version.key DESC) AS place
    FROM %s AS state
    CROSS JOIN LATERAL jsonb_each(%s) AS source
    CROSS JOIN LATERAL jsonb_each(%s) AS version
    WHERE version.value <> 'true'
    ORDER BY source.key, length(version.key), version.key
    """
        .formatted(table(), sources, object("source.value"));
  }

  /** What is no object has no members; asking for them would be an error. */
  private static String object(String json) {
    return "CASE WHEN jsonb_typeof(%1$s) = 'object' THEN %1$s ELSE '{}' END".formatted(json);
  }

  private String table() {
    ObjectName name = history.table();
    return name.schema().isEmpty()
        ? quoted(name.name())
        : quoted(name.schema()) + "." + quoted(name.name());
  }

  private String column(String lowerCaseName) {
    return quoted(history.column(lowerCaseName));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
