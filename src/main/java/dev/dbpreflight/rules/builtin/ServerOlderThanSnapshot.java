package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "server-older-than-snapshot",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The server is older than the one that the expected schema was taken from",
    why =
        """
        Migrations that were tested on the newer server may use what this one does not know, and
        definitions may read differently.\
        """,
    fix = "Test the release on a server of this version, or upgrade this server first.")
final class ServerOlderThanSnapshot implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    int live = evidence.live().version().major();
    return evidence.release().stream()
        .filter(release -> live < release.schema().version().major())
        .map(
            release ->
                finding(
                    ObjectRef.database(),
                    "the server is %s, the expected schema is from %s",
                    evidence.live().version(),
                    release.schema().version()));
  }
}
