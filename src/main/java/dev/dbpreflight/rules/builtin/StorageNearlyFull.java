package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "storage-nearly-full",
    severity = WARNING,
    engines = POSTGRESQL,
    needs = Need.STATED_STORAGE,
    since = "0.1.0",
    summary = "The storage that the database may take is nearly used up",
    why =
        """
        A migration that rewrites a table needs room for a second copy of it and its indexes, and
        for the log of that. When there is none left it fails, and with some providers the database
        becomes read-only.\
        """,
    fix =
        """
        Make room or take more storage before the deployment. If the database may take more already,
        correct \"storage\" in the check file.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-used",
            standard = 0.9,
            min = 0,
            max = 1,
            meaning = "the share of the storage that the database may take"))
final class StorageNearlyFull implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    ByteCount most = new ByteCount(evidence.storage().orElseThrow());
    return evidence.moment().capacity().database().stream()
        .flatMap(used -> Stream.concat(full(used, most, evidence), tooLarge(used, most, evidence)));
  }

  private Stream<Finding> full(ByteCount used, ByteCount most, Evidence evidence) {
    double limit = most.bytes() * evidence.parameter(this, "max-used");
    return used.bytes() < limit
        ? Stream.empty()
        : Stream.of(
            finding(
                ObjectRef.database(),
                "the database takes %s of the %s that it may, %s are left",
                used,
                most,
                left(used, most)));
  }

  /** A rewrite keeps the old copy until it has ended. */
  private Stream<Finding> tooLarge(ByteCount used, ByteCount most, Evidence evidence) {
    ByteCount left = left(used, most);
    return evidence
        .moment()
        .touchedSizes()
        .filter(size -> size.bytes().compareTo(left) > 0)
        .map(
            size ->
                finding(
                    ObjectRef.of(ObjectKind.TABLE, size.table()),
                    "the release changes table \"%s\" of %s, and a second copy does not fit into"
                        + " the %s that are left",
                    size.table(),
                    size.bytes(),
                    left));
  }

  private static ByteCount left(ByteCount used, ByteCount most) {
    return new ByteCount(Math.max(0, most.bytes() - used.bytes()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.DATABASE_SIZE, Topic.TABLE_SIZES);
  }
}
