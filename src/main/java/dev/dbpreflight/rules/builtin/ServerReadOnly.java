package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "server-read-only",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "Nothing can be written on this server now",
    why =
        """
        The first statement of the migration that changes anything fails. Usually the name leads to
        a standby, or a failover has made one of the primary.\
        """,
    fix =
        """
        Deploy onto the primary: correct the host, or name several hosts with
        target_session_attrs=read-write. If only the default is read-only, alter it for the role
        that migrates.\
        """)
final class ServerReadOnly implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.conditions().server().stream()
        .filter(server -> server.inRecovery() || server.readOnlyByDefault())
        .map(
            server ->
                finding(
                    ObjectRef.database(),
                    server.inRecovery()
                        ? "the server is in recovery: it is a standby, or being restored"
                        : "default_transaction_read_only is on for this role or database"));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.unseen(Topic.SERVER_MODE);
  }
}
