package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "table-without-primary-key",
    severity = INFO,
    since = "0.1.0",
    summary = "A table has no primary key",
    why =
        """
        Rows cannot be told apart: duplicates stay unnoticed, logical replication refuses updates
        and deletes, and two copies of the data cannot be compared row by row.\
        """,
    fix = "Add a primary key that tells the rows apart.")
final class TableWithoutPrimaryKey implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .tables()
        .filter(table -> hasRowsOfItsOwn(table) && table.primaryKey().isEmpty())
        .map(ObjectRef::of)
        .map(object -> finding(object, "%s has no primary key", object));
  }

  /** Foreign and virtual tables cannot have a key; that of a partition is its parent's. */
  private static boolean hasRowsOfItsOwn(Table table) {
    return switch (table.form()) {
      case ORDINARY, PARTITIONED -> !table.isPartition();
      case FOREIGN, VIRTUAL -> false;
    };
  }
}
