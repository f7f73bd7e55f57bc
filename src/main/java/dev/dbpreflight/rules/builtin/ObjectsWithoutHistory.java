package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Evidence.Unrecorded;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "objects-without-history",
    severity = ERROR,
    critical = true,
    since = "0.1.0",
    summary = "The database has tables, and nothing is recorded as applied",
    why =
        """
        The migration tool would run every migration from the first one, and stops at the first
        table that exists already.\
        """,
    fix =
        """
        If these are the release's own tables, let the tool record the revision that they are at:
        its stamp, baseline or fake command. If not, point at the database that was meant.\
        """)
final class ObjectsWithoutHistory implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.unrecorded().stream().map(one -> finding(one, evidence));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadStandings();
  }

  private Finding finding(Unrecorded one, Evidence evidence) {
    String content = Few.count((int) evidence.tables().count(), "table");
    return one.history()
        .map(
            history ->
                finding(
                    history.ref(),
                    "the database has %s, and \"%s\" of %s records nothing",
                    content,
                    history.table(),
                    one.tool().title()))
        .orElseGet(
            () ->
                finding(
                    ObjectRef.database(),
                    "the database has %s, and there is no history of %s",
                    content,
                    one.tool().title()));
  }
}
