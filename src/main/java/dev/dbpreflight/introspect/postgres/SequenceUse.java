package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * A sequence and, where there is one, a column that it fills: by ownership, as its identity, or by
 * the column's default.
 *
 * @param column empty, like the name of the table, when the sequence fills none
 * @param minimum what both the sequence and the type of the column can hold; so is the maximum
 * @param sequenceObstacle why the sequence cannot be looked at
 * @param startObstacle why a sequence that has given no value yet cannot tell its first one
 * @param columnObstacle why the values of the column cannot be read
 * @param sequenceSql the sequence as SQL names it
 * @param probe the query for the greatest value (the least of a descending sequence); empty when
 *     there is nothing to ask
 */
record SequenceUse(
    ObjectName sequence,
    long oid,
    ObjectName table,
    String column,
    long increment,
    long minimum,
    long maximum,
    Optional<Obstacle> sequenceObstacle,
    Optional<Obstacle> startObstacle,
    Optional<Obstacle> columnObstacle,
    String sequenceSql,
    String probe) {

  /** What stands in the way, and what would help. */
  record Obstacle(String reason, String remedy) {}

  static SequenceUse of(Row row) {
    return new SequenceUse(
        new ObjectName(row.text("sequence_schema"), row.text("sequence_name")),
        row.number("oid"),
        new ObjectName(row.textOrEmpty("table_schema"), row.textOrEmpty("table_name")),
        row.textOrEmpty("column_name"),
        row.number("increment"),
        row.number("minimum"),
        row.number("maximum"),
        obstacle(row.texts("sequence_obstacle")),
        obstacle(row.texts("start_obstacle")),
        obstacle(row.texts("column_obstacle")),
        row.text("sequence_sql"),
        row.textOrEmpty("probe"));
  }

  private static Optional<Obstacle> obstacle(List<String> texts) {
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Obstacle(texts.get(0), texts.get(1)));
  }

  boolean fillsColumn() {
    return !column.isEmpty();
  }

  /** The column that is filled; the sequence itself where none is. */
  ObjectRef reference() {
    return fillsColumn()
        ? new ObjectRef(ObjectKind.COLUMN, table.schema(), table.name(), column)
        : ObjectRef.of(ObjectKind.SEQUENCE, sequence);
  }

  long limit() {
    return increment < 0 ? minimum : maximum;
  }

  /** The value after this one; stays at the end of the numbers instead of passing it. */
  long after(long value) {
    long sum = value + increment;
    boolean overflows = increment > 0 ? sum < value : sum > value;
    return overflows ? limit() : sum;
  }

  NotRead positionNotRead(Obstacle obstacle) {
    return new NotRead(
        ObjectRef.of(ObjectKind.SEQUENCE, sequence),
        "position of the sequence \"" + sequence + "\"",
        obstacle.reason(),
        obstacle.remedy());
  }

  NotRead highestNotRead(Obstacle obstacle) {
    return new NotRead(
        reference(),
        (increment < 0 ? "lowest" : "highest") + " value of \"" + reference().path() + "\"",
        obstacle.reason(),
        obstacle.remedy());
  }
}
