package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "large-table-touched",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The release changes a large table",
    why =
        """
        A change that rewrites the table, builds an index or checks every row takes minutes to hours
        on it. With a strong lock nobody can use the table meanwhile.\
        """,
    fix =
        """
        Try the migration on a copy of this size and measure. Build indexes with CONCURRENTLY, add
        constraints as NOT VALID first, fill columns in batches.\
        """,
    parameters = {
      @RuleInfo.Parameter(
          name = "max-gigabytes",
          standard = 1,
          min = 0,
          max = 1000000,
          meaning = "size in GB, indexes included, from which a table is large"),
      @RuleInfo.Parameter(
          name = "max-rows",
          standard = 10000000,
          min = 0,
          max = 1e12,
          meaning = "rows from which a table is large",
          whole = true)
    })
final class LargeTableTouched implements Rule {
  /** Bytes: the header of a row and the pointer to it. */
  private static final int SMALLEST_ROW = 28;

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .moment()
        .touchedSizes()
        .filter(size -> isLarge(size, evidence))
        .map(
            size ->
                finding(
                    ObjectRef.of(ObjectKind.TABLE, size.table()),
                    "the release changes table \"%s\", which has about %s rows and %s",
                    size.table(),
                    Few.about(size.rows()),
                    size.bytes()));
  }

  private boolean isLarge(TableSize size, Evidence evidence) {
    return size.bytes().bytes() >= mostBytes(evidence)
        || size.rows() >= evidence.parameter(this, "max-rows");
  }

  private double mostBytes(Evidence evidence) {
    return evidence.parameter(this, "max-gigabytes") * ByteCount.GIGABYTE;
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return Stream.of(
            evidence.moment().unknownTouch(),
            evidence.moment().unseen(Topic.TABLE_SIZES),
            evidence
                .moment()
                .touchedSizes()
                .filter(size -> !size.known() && !isLarge(size, evidence))
                .filter(size -> !isInSmallDatabase(evidence))
                .map(LargeTableTouched::neverAnalyzed))
        .flatMap(unseen -> unseen);
  }

  private static Unseen neverAnalyzed(TableSize size) {
    return new Unseen(
        "the size of table \"" + size.table() + "\" is not known: it was never analyzed",
        "ANALYZE " + InSql.name(size.table()));
  }

  /** No table is larger than the database, and no row takes less than {@link #SMALLEST_ROW}. */
  private boolean isInSmallDatabase(Evidence evidence) {
    double most =
        Math.min(mostBytes(evidence), evidence.parameter(this, "max-rows") * SMALLEST_ROW);
    return evidence.moment().capacity().database().filter(size -> size.bytes() < most).isPresent();
  }
}
