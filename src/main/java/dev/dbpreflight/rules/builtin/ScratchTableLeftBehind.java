package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "scratch-table-left-behind",
    severity = ERROR,
    since = "0.1.0",
    summary = "A migration broke off and left what it was working with behind",
    why =
        """
        The next run of that migration stops because the object exists already, and the data may
        be in it instead of in its table.\
        """,
    fix =
        """
        Compare it with the table that it was made for, put the table right, then drop it and
        migrate again.\
        """)
final class ScratchTableLeftBehind implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.leftovers().stream()
        .map(
            one ->
                finding(
                    one.object(),
                    "%s is what %s leaves behind when a migration of \"%s\" breaks off",
                    one.object(),
                    one.tool().title(),
                    one.of()));
  }
}
