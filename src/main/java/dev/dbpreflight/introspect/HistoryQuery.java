package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.history.HasuraState;
import dev.dbpreflight.history.HistoryRow;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTable.Sheet;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL that reads one bookkeeping table as it is: what its rows mean is judged elsewhere. Every
 * name in it is quoted.
 */
final class HistoryQuery {
  /** Longer than any name or checksum; error messages are cut. */
  private static final int LENGTH = 2000;

  private final Engine engine;
  private final HistoryTable history;
  private final Sheet sheet;

  HistoryQuery(Engine engine, HistoryTable history, Sheet sheet) {
    this.engine = engine;
    this.history = history;
    this.sheet = sheet;
  }

  Query<HistoryRow> query() {
    boolean hasura = history.reading() instanceof HasuraState;
    List<String> labels =
        hasura ? HasuraState.COLUMNS : sheet.columns().stream().map(HistoryQuery::label).toList();
    return new Query<>(
        "history of " + history.tool().title(),
        hasura ? ofHasura() : ofTable(),
        row -> new HistoryRow(values(row, labels)));
  }

  private static Map<String, String> values(Row row, List<String> labels) {
    Map<String, String> values = new HashMap<>();
    labels.forEach(label -> values.put(label, row.text(label)));
    return values;
  }

  private String ofTable() {
    String values =
        sheet.columns().stream()
            .map(column -> value(InSql.name(column)) + " AS " + InSql.name(label(column)))
            .collect(Collectors.joining(", "));
    return "SELECT " + values + " FROM " + table();
  }

  /** As text, bytes in hexadecimal after "\x". */
  private String value(String column) {
    return switch (engine) {
      case POSTGRESQL -> "left(CAST(%s AS text), %d)".formatted(column, LENGTH);
      case SQLITE ->
          "CASE typeof(%1$s) WHEN 'blob' THEN '\\x' || lower(hex(substr(%1$s, 1, %2$d)))"
                  .formatted(column, LENGTH)
              + " ELSE substr(CAST(%1$s AS text), 1, %2$d) END".formatted(column, LENGTH);
    };
  }

  private String ofHasura() {
    String sources = object("state." + InSql.name(sheet.column("cli_state")) + " -> 'migrations'");
    return """
    SELECT source.key AS source, version.key AS version, version.value = 'true' AS dirty
    FROM %s AS state
    CROSS JOIN LATERAL jsonb_each(%s) AS source
    CROSS JOIN LATERAL jsonb_each(%s) AS version
    """
        .formatted(table(), sources, object("source.value"));
  }

  /** What is no object has no members; asking for them would be an error. */
  private static String object(String json) {
    return "CASE WHEN jsonb_typeof(%1$s) = 'object' THEN %1$s ELSE '{}' END".formatted(json);
  }

  /** Without what inherits from it: no tool has that, and it may be on another server. */
  private String table() {
    ObjectName name = sheet.table();
    return switch (engine) {
      case POSTGRESQL -> "ONLY " + InSql.name(name);
      case SQLITE -> "main." + InSql.name(name.name());
    };
  }

  private static String label(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
