package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "table-count-differs",
    severity = ERROR,
    needs = Need.EXPECTED_TABLES,
    since = "0.1.0",
    summary = "There are not as many tables as the check file says",
    why =
        """
        A migration did not run, or stopped half way, or the database is not the one that was
        meant.\
        """,
    fix =
        """
        Find out with dbpreflight status which migrations are pending. If the number has changed
        with the release, correct "tables" in the check file.\
        """)
final class TableCountDiffers implements Rule {

  /** Partitions are part of their table, and tables of migration tools are nobody's application. */
  @Override
  public Stream<Finding> check(Evidence evidence) {
    int expected = evidence.expectedTables().orElseThrow();
    long actual = evidence.tables().filter(table -> !table.isPartition()).count();
    return actual == expected
        ? Stream.empty()
        : Stream.of(
            finding(
                ObjectRef.database(),
                "the database has %d application tables, expected %d",
                actual,
                expected));
  }
}
