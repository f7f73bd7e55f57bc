package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "objects-not-modelled",
    severity = INFO,
    since = "0.1.0",
    summary = "The database has objects of kinds that dbpreflight does not look into",
    why = "A difference in them would not be noticed, so they are not part of any pass.",
    fix = "Compare them by hand, for example in the output of pg_dump --schema-only.")
final class ObjectsNotModelled implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.live().unsupported().stream()
        .map(
            kind ->
                finding(
                        ObjectRef.database(),
                        "%d of kind %s: %s",
                        kind.names().size(),
                        kind.kind(),
                        String.join(", ", kind.names()))
                    .withDetail(kind.kind()));
  }
}
