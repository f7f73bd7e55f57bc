package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Where the AUTOINCREMENT columns stand; SQLite keeps that in a table of its own. */
final class SequencePositions {
  /**
   * Above this, SQLite takes more than linear time to prepare a statement that opens each table.
   */
  private static final int TABLES_PER_STATEMENT = 1000;

  private static final long LAST_ROW_ID = Long.MAX_VALUE;

  // One row: the greatest value that AUTOINCREMENT ever gave in a table. Tried on 3.54.
  private static final Query<Position> SEQUENCES =
      new Query<>(
          "AUTOINCREMENT values",
          "SELECT name AS tbl, max(CAST(seq AS INTEGER)) AS position FROM main.sqlite_sequence"
              + " GROUP BY name",
          row -> new Position(row.textOrEmpty("tbl"), row.number("position")));

  /** The value that a table has reached. */
  private record Position(String table, long value) {}

  /** A table with AUTOINCREMENT and the column of its key. */
  private record Counted(String table, String column) {}

  private SequencePositions() {}

  static List<SequencePosition> read(Session session, SchemaModel schema) {
    List<Counted> counted =
        schema.tables().stream()
            .filter(table -> table.primaryKey().filter(PrimaryKey::autoincrement).isPresent())
            .map(SequencePositions::counted)
            .toList();
    if (counted.isEmpty()) {
      return List.of();
    }
    Map<String, Long> given = byTable(session.ask(SEQUENCES));
    Map<String, Long> highest = highest(session, counted);
    return counted.stream().map(table -> position(table, given, highest)).toList();
  }

  private static Counted counted(Table table) {
    return new Counted(table.name().name(), table.primaryKey().orElseThrow().columns().getFirst());
  }

  private static Map<String, Long> highest(Session session, List<Counted> counted) {
    List<Query<Position>> queries = new ArrayList<>();
    for (int from = 0; from < counted.size(); from += TABLES_PER_STATEMENT) {
      int to = Math.min(counted.size(), from + TABLES_PER_STATEMENT);
      queries.add(highestOf(counted.subList(from, to)));
    }
    Answers answers = session.ask(List.<Query<?>>copyOf(queries));
    return byTable(queries.stream().flatMap(query -> answers.of(query).stream()).toList());
  }

  // One row: the greatest key in a table that has rows; SQLite reads it from the end of the tree.
  private static Query<Position> highestOf(List<Counted> counted) {
    String values =
        counted.stream()
            .map(
                table ->
                    "(%s, (SELECT max(%s) FROM main.%s))"
                        .formatted(
                            SqlNames.literal(table.table()),
                            InSql.name(table.column()),
                            InSql.name(table.table())))
            .collect(Collectors.joining(",\n  "));
    return new Query<>(
        "highest values of AUTOINCREMENT columns",
        """
        WITH highest(tbl, position) AS (VALUES
          %s)
        SELECT tbl, position FROM highest WHERE position IS NOT NULL
        """
            .formatted(values),
        row -> new Position(row.text("tbl"), row.number("position")));
  }

  private static Map<String, Long> byTable(List<Position> positions) {
    Map<String, Long> byTable = new HashMap<>();
    positions.forEach(position -> byTable.put(SqlNames.fold(position.table()), position.value()));
    return byTable;
  }

  /** SQLite goes on from what it gave or from what is there, whichever is greater. */
  private static SequencePosition position(
      Counted counted, Map<String, Long> given, Map<String, Long> highest) {
    String table = SqlNames.fold(counted.table());
    Long inTable = highest.get(table);
    long reached = Math.max(given.getOrDefault(table, 0L), inTable == null ? 0 : inTable);
    return new SequencePosition(
        new ObjectRef(ObjectKind.COLUMN, "", counted.table(), counted.column()),
        ObjectName.global("AUTOINCREMENT of " + counted.table()),
        reached == LAST_ROW_ID ? LAST_ROW_ID : reached + 1,
        1,
        LAST_ROW_ID,
        inTable == null ? OptionalLong.empty() : OptionalLong.of(inTable));
  }
}
