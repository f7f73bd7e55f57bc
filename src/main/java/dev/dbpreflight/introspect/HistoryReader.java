package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.FlywayLog;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.Reading;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what migration tools have written down. A table that the role may not read is never asked
 * for, since one refused statement would fail the whole turn; its history says why it was not read.
 */
public final class HistoryReader {
  /*
   * One row: a table of a user that this role cannot read, and why. Tried on 14 to 18.
   * No names are in the question, so that none has to be escaped.
   */
  private static final String UNREADABLE =
      """
      SELECT n.nspname AS schema_name, c.relname AS table_name,
             CASE WHEN NOT has_schema_privilege(n.oid, 'USAGE') THEN 'schema'
                  WHEN NOT has_table_privilege(c.oid, 'SELECT') THEN 'table'
                  ELSE 'rows' END AS what
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r'
        AND n.nspname NOT LIKE 'pg\\_%'
        AND n.nspname <> 'information_schema'
        AND (NOT has_schema_privilege(n.oid, 'USAGE')
             OR NOT has_table_privilege(c.oid, 'SELECT')
             OR (c.relrowsecurity AND row_security_active(c.oid)))
      """;

  private final Session session;

  public HistoryReader(Session session) {
    this.session = session;
  }

  /** One history per bookkeeping table, in their order. */
  public List<History> read(List<HistoryTable> tables) {
    if (tables.isEmpty()) {
      return List.of();
    }
    Map<ObjectName, String> unreadable = unreadable();
    Map<HistoryTable, Query<Line>> queries = new LinkedHashMap<>();
    for (HistoryTable table : tables) {
      if (!unreadable.containsKey(table.table()) && !(table.reading() instanceof Reading.Nothing)) {
        queries.put(table, query(table));
      }
    }
    Map<HistoryTable, History> read = ask(queries);
    return tables.stream()
        .map(
            table ->
                read.getOrDefault(
                    table, History.unread(table, unreadable.getOrDefault(table.table(), ""))))
        .toList();
  }

  private Map<ObjectName, String> unreadable() {
    Map<ObjectName, String> reasons = new LinkedHashMap<>();
    switch (session.engine()) {
      case POSTGRESQL -> {
        Query<Map.Entry<ObjectName, String>> query =
            new Query<>(
                "privileges on history tables",
                UNREADABLE,
                row -> {
                  String schema = row.text("schema_name");
                  String table = row.text("table_name");
                  return Map.entry(
                      new ObjectName(schema, table), reason(row.text("what"), schema, table));
                });
        session.ask(query).forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
      }
      case SQLITE -> {
        // Who can read the file can read all of it.
      }
    }
    return reasons;
  }

  private static String reason(String what, String schema, String table) {
    return switch (what) {
      case "schema" -> "permission denied for schema \"" + schema + "\"";
      case "table" -> "permission denied for table \"" + schema + "." + table + "\"";
      default -> "row security may hide rows of table \"" + schema + "." + table + "\"";
    };
  }

  /**
   * All in one turn; one by one only if that fails, so that one bad table does not hide the others.
   */
  private Map<HistoryTable, History> ask(Map<HistoryTable, Query<Line>> queries) {
    Map<HistoryTable, History> histories = new LinkedHashMap<>();
    if (queries.isEmpty()) {
      return histories;
    }
    try {
      Answers answers = session.ask(List.copyOf(queries.values()));
      queries.forEach((table, query) -> histories.put(table, history(table, answers.of(query))));
    } catch (ProblemException all) {
      if (queries.size() == 1) {
        queries.keySet().forEach(table -> histories.put(table, unread(table, all)));
      } else {
        queries.forEach((table, query) -> histories.putAll(ask(Map.of(table, query))));
      }
    }
    return histories;
  }

  /** One row of an answer; Flyway's rows are judged together, all others by the server. */
  private record Line(String revision, boolean current, FlywayLog.Entry flyway) {}

  private static Query<Line> query(HistoryTable table) {
    boolean flyway = table.reading() instanceof Reading.FlywayRows;
    return new Query<>(
        "history of " + table.tool().title(),
        new HistoryQuery(table).sql(),
        row ->
            flyway
                ? new Line(
                    "",
                    false,
                    new FlywayLog.Entry(
                        row.text("version"),
                        row.textOrEmpty("description"),
                        row.textOrEmpty("type"),
                        row.flag("success")))
                : new Line(row.textOrEmpty("revision"), row.number("place") == 1, null));
  }

  private static History history(HistoryTable table, List<Line> lines) {
    if (table.reading() instanceof Reading.FlywayRows) {
      FlywayLog log = new FlywayLog(lines.stream().map(Line::flyway).toList());
      List<String> ids =
          log.applied().stream()
              .map(entry -> entry.version() == null ? entry.description() : entry.version())
              .toList();
      return history(table, log.current().stream().toList(), ids);
    }
    return history(
        table,
        lines.stream().filter(Line::current).map(Line::revision).toList(),
        lines.stream().map(Line::revision).toList());
  }

  private static History history(HistoryTable table, List<String> revisions, List<String> ids) {
    List<AppliedMigration> applied =
        ids.stream().map(id -> AppliedMigration.of(MigrationId.of(table.tool(), id))).toList();
    return new History(
        table.tool(),
        table.table(),
        table.companions(),
        revisions,
        applied,
        List.of(),
        List.of(),
        "");
  }

  private static History unread(HistoryTable table, ProblemException problem) {
    return History.unread(table, problem.problem().what());
  }
}
