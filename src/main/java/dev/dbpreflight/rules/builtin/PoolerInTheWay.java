package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.conditions.Connections;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "pooler-in-the-way",
    severity = INFO,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "A connection pooler stands before the server",
    why =
        """
        If it pools transactions, statements of a migration tool reach different sessions. What SET
        says, and the advisory lock that keeps a second migration out, are then lost or stay behind
        with somebody else.\
        """,
    fix =
        """
        Migrate on a direct connection to the server, not through the pooler.\
        """)
final class PoolerInTheWay implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().capacity().connections().stream()
        .filter(Connections::pooled)
        .map(
            pooled ->
                finding(
                    ObjectRef.database(),
                    "a pooler answers: the server's process is not the one that it gave"));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.CONNECTIONS);
  }
}
