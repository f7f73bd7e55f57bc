package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.rules.Severity.ERROR;
import static java.util.stream.Collectors.joining;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
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
        Name the folder of the release's migrations with --migrations DIR, or the schema that it
        leads to with --expect FILE and keep the snapshot of the revision that the database is at
        beside it, or say --accept populated if any content is fine.\
        """)
final class DatabaseStateNotAccepted implements Rule {
  private static final String ANOTHER_DATABASE =
      "Point at the database that was meant. If it is this one, put the snapshot of the revision"
          + " that it is at beside the expected one, or say --accept populated if any content is"
          + " fine.";

  @Override
  public Stream<Finding> check(Evidence evidence) {
    List<DatabaseState> accepted = evidence.accepted();
    if (!accepted.isEmpty()) {
      return evidence.accepts(evidence.state()) || evidence.isAtRelease()
          ? Stream.empty()
          : Stream.of(refused(evidence.state().token(), accepted));
    }
    return isUnexplained(evidence) ? Stream.of(unexplained(evidence)) : Stream.empty();
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.state() == POPULATED && evidence.accepted().isEmpty()
        ? evidence.unreadStandings()
        : Stream.empty();
  }

  private Finding refused(String state, List<DatabaseState> accepted) {
    String fine = accepted.stream().map(DatabaseState::token).collect(joining(" or "));
    return finding(ObjectRef.database(), "the database is %s, and only %s is accepted", state, fine)
        .withNext("Point at a database that is %s, or add %s to --accept.".formatted(fine, state));
  }

  private Finding unexplained(Evidence evidence) {
    Finding finding = finding(ObjectRef.database(), "%s", explanation(evidence));
    return evidence.release().isEmpty() ? finding : finding.withNext(ANOTHER_DATABASE);
  }

  private static boolean isUnexplained(Evidence evidence) {
    return evidence.phase() == Phase.BEFORE_DEPLOY
        && evidence.state() == POPULATED
        && evidence.baseline().isEmpty()
        && evidence.collisions().isEmpty()
        && evidence.unrecorded().isEmpty()
        && evidence.standings().stream().noneMatch(DatabaseStateNotAccepted::saysWhatIsThere);
  }

  /** What is wrong with a history that is known is told by the rules for it. */
  private static boolean saysWhatIsThere(Standing standing) {
    return standing.claimsApplied()
        || standing.history().filter(history -> !history.isSilent()).isPresent();
  }

  private static String explanation(Evidence evidence) {
    long tables = evidence.tables().count();
    String content = "the database is populated (" + tables + (tables == 1 ? " table" : " tables");
    if (!evidence.standings().isEmpty()) {
      String tool = evidence.standings().getFirst().migrations().tool().title();
      return content + "), and no history of " + tool + " explains it";
    }
    return evidence.release().isEmpty()
        ? content + ") and nothing says what it should contain"
        : content + "), none of it is the release's, and nothing else explains it";
  }
}
