package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.conditions.RoleSetting.Source.CONNECTION;
import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RoleSettings;
import dev.dbpreflight.conditions.ServerMode;
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
  private static final String NAME = "default_transaction_read_only";

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Conditions conditions = evidence.moment().conditions();
    if (conditions.server().filter(ServerMode::inRecovery).isPresent()) {
      return Stream.of(
          finding(
              ObjectRef.database(),
              "the server is in recovery: it is a standby, or being restored"));
    }
    return conditions.roleSettings().isPresent()
        ? byDefault(conditions.roleSettings().get())
        : conditions.server().filter(ServerMode::readOnlyByDefault).stream()
            .map(
                server -> finding(ObjectRef.database(), NAME + " is on for this role or database"));
  }

  /** Who looks with options that make the connection read-only means this connection alone. */
  private Stream<Finding> byDefault(RoleSettings settings) {
    return settings.setting(NAME).stream()
        .filter(setting -> setting.isOn() && setting.source() != CONNECTION)
        .map(
            setting ->
                finding(
                    ObjectRef.database(),
                    "%s is on%s: it is set for %s",
                    NAME,
                    settings.migrates() ? " for role \"" + settings.role() + "\"" : "",
                    setting.source().words()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    Stream<Unseen> hidden =
        evidence
            .moment()
            .conditions()
            .roleSettings()
            .flatMap(settings -> settings.setting(NAME))
            .stream()
            .filter(setting -> setting.source() == CONNECTION)
            .map(
                setting ->
                    new Unseen(
                        NAME + " of the role was not read: this connection's options set it",
                        "leave it out of the URL and of PGOPTIONS"));
    return Stream.concat(evidence.moment().unseen(Topic.SERVER_MODE, Topic.ROLE_SETTINGS), hidden);
  }
}
