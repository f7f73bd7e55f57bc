package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "recorded-revision-differs",
    severity = ERROR,
    needs = Need.EXPECTED_REVISION,
    since = "0.1.0",
    summary = "The history is not at the revision that was expected",
    why =
        """
        The release was not deployed here, or something else was.\
        """,
    fix =
        """
        Find out which release was deployed last, then run the migrations that are missing or
        correct --revision.\
        """)
final class RecordedRevisionDiffers implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    String expected = evidence.expectedRevision();
    if (evidence.histories().isEmpty() && evidence.standings().isEmpty()) {
      return Stream.of(
          finding(
              ObjectRef.database(),
              "no migration history records anything, expected %s",
              expected));
    }
    return evidence.awayFromExpected().stream()
        .map(
            history ->
                finding(
                    history.ref(),
                    "\"%s\" is at %s, expected %s",
                    history.table(),
                    history.revisions().isEmpty() ? "no revision" : Few.of(history.revisions()),
                    expected));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unreadHistories();
  }
}
