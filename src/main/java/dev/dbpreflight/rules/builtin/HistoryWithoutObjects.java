package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.INCOMPLETE;
import static dev.dbpreflight.rules.Severity.ERROR;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.history.History;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@RuleInfo(
    id = "history-without-objects",
    severity = ERROR,
    critical = true,
    since = "0.1.0",
    summary = "The migration history claims what the database does not have",
    why =
        """
        The migration tool skips what its history claims, so the missing objects are never created
        and later migrations, or the first query of the new code, fail on them.\
        """,
    fix =
        """
        Restore the objects from a backup, or let the tool forget the revisions (its downgrade,
        repair or stamp command) and migrate again from the last revision whose objects exist.\
        """)
final class HistoryWithoutObjects implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    List<String> missing = missingTables(evidence);
    if (evidence.state() != INCOMPLETE && missing.isEmpty()) {
      return Stream.empty();
    }
    String absent =
        evidence.state() == INCOMPLETE
            ? "no object of it exists"
            : missing.stream()
                    .collect(joining(", ", missing.size() == 1 ? "its table " : "its tables ", ""))
                + (missing.size() == 1 ? " does not exist" : " do not exist");
    return evidence.histories().stream()
        .filter(History::claimsApplied)
        .map(
            history ->
                finding(
                    ObjectRef.of(ObjectKind.TABLE, history.table()),
                    "\"%s\" records %s, but %s",
                    history.table(),
                    String.join(", ", history.revisions()),
                    absent));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.state() == INCOMPLETE ? evidence.unreadHistories() : Stream.empty();
  }

  private static List<String> missingTables(Evidence evidence) {
    Set<ObjectName> live = evidence.tables().map(Table::name).collect(toSet());
    return evidence.recorded().stream()
        .flatMap(recorded -> recorded.schema().tables().stream())
        .filter(table -> !table.isPartition())
        .map(Table::name)
        .filter(name -> !live.contains(name))
        .map(name -> "\"" + name + "\"")
        .toList();
  }
}
