package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "database-state-not-accepted",
    severity = ERROR,
    since = "0.1.0",
    summary = "The database is not in a state that this deployment can be shown to be safe on",
    why =
        """
        The release may meet tables that it wants to create, or change tables that are not the
        ones it was written for.\
        """,
    fix =
        """
        Name the schema that the release leads to with --expect FILE and keep the snapshot of the
        revision that the database is at beside it, or say --accept populated if any content is
        fine.\
        """)
final class DatabaseStateNotAccepted implements Rule {
  @Override
  public Stream<Finding> check(Evidence evidence) {
    if (evidence.acceptIsStated()) {
      return evidence.accepts(evidence.state()) || evidence.isAtRelease()
          ? Stream.empty()
          : Stream.of(
              finding(ObjectRef.database(), "the database is %s", evidence.state().token()));
    }
    return isUnexplained(evidence)
        ? Stream.of(finding(ObjectRef.database(), "%s", explanation(evidence)))
        : Stream.empty();
  }

  private static boolean isUnexplained(Evidence evidence) {
    return evidence.phase() == Phase.BEFORE_DEPLOY
        && evidence.state() == POPULATED
        && evidence.baseline().isEmpty()
        && evidence.collisions().isEmpty();
  }

  private static String explanation(Evidence evidence) {
    long tables = evidence.tables().count();
    String content = "the database is populated (" + tables + (tables == 1 ? " table" : " tables");
    return evidence.release().isEmpty()
        ? content + ") and nothing says what it should contain"
        : content + "), none of it is the release's, and nothing else explains it";
  }
}
