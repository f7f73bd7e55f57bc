package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Connections;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "connection-headroom-low",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Few connections are left",
    why =
        """
        While a release is rolled out the old and the new program are connected at once, and the
        migration needs a connection too. Whoever comes too late is refused.\
        """,
    fix =
        """
        Close sessions that nobody needs, make the pools of the application smaller, or raise the
        limit that the finding names.\
        """,
    parameters =
        @RuleInfo.Parameter(
            name = "max-used",
            standard = 0.8,
            min = 0,
            max = 1,
            meaning = "the share of the connections that may be taken"))
final class ConnectionHeadroomLow implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    double most = evidence.parameter(this, "max-used");
    return evidence.moment().capacity().connections().flatMap(Connections::tightest).stream()
        .filter(limit -> limit.share() >= most)
        .map(
            limit ->
                finding(
                    ObjectRef.database(),
                    "%d of the %d connections %s are taken, %d left",
                    limit.used(),
                    limit.most(),
                    whose(limit),
                    limit.left()));
  }

  private static String whose(Limit limit) {
    return switch (limit.scope()) {
      case SERVER -> "that the server has for this role";
      case DATABASE -> "that database \"" + limit.name() + "\" may have";
      case ROLE -> "that role \"" + limit.name() + "\" may have";
    };
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.CONNECTIONS);
  }
}
