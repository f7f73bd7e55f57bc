package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;
import static java.util.stream.Collectors.joining;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "foreign-key-cycle",
    severity = INFO,
    since = "0.1.0",
    summary = "Foreign keys of several tables form a cycle",
    why =
        """
        No order of the tables lets rows be loaded, restored or deleted without breaking a key on
        the way.\
        """,
    fix =
        """
        Make one key of the cycle deferrable or its columns nullable, or replace it by a table of
        its own.\
        """)
final class ForeignKeyCycle implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.foreignKeyCycles().stream()
        .map(
            tables ->
                finding(
                        ObjectRef.of(ObjectKind.TABLE, tables.first()),
                        "the foreign keys of %s form a cycle",
                        tables.stream().map(name -> "\"" + name + "\"").collect(joining(", ")))
                    .withDetail(tables.stream().map(ObjectName::toString).collect(joining(", "))));
  }
}
