package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.dbpreflight.history.History;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

@RuleInfo(
    id = "several-migration-tools",
    severity = INFO,
    since = "0.1.0",
    summary = "Several migration tools keep their history beside the same tables",
    why =
        """
        None of them knows what the others change, so that each one's files alone lead to another
        schema.\
        """,
    fix =
        """
        Move to one tool, and drop the table of the one that is no longer used.\
        """)
final class SeveralMigrationTools implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Map<String, List<History>> bySchema =
        evidence.histories().stream()
            .filter(history -> !history.tool().isPlatform())
            .collect(groupingBy(history -> history.table().schema(), TreeMap::new, toList()));
    return bySchema.values().stream()
        .filter(beside -> beside.stream().map(History::tool).distinct().count() > 1)
        .map(this::finding);
  }

  private Finding finding(List<History> beside) {
    String tools =
        beside.stream()
            .map(history -> history.tool().title() + " (\"" + history.table() + "\")")
            .collect(joining(" and "));
    return finding(beside.getFirst().ref(), "there are histories of %s", tools);
  }
}
