package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.conditions.MigratingRole;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "migrating-role-missing",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The role that is to migrate does not exist or cannot log in",
    why = "The migration tool is not let in, and the deployment ends before its first statement.",
    fix = "Create the role and let it log in, or correct its name: capitals count.")
final class MigratingRoleMissing implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.moment().conditions().migratingRole().stream().flatMap(this::check);
  }

  private Stream<Finding> check(MigratingRole role) {
    if (role.rights().isEmpty()) {
      return Stream.of(
          finding(ObjectRef.database(), "there is no role \"%s\" on this server", role.name())
              .withNext(
                  "CREATE ROLE "
                      + InSql.name(role.name())
                      + " LOGIN; or correct --migrating-role: capitals count"));
    }
    return role.rights().get().login()
        ? Stream.empty()
        : Stream.of(
            finding(
                    ObjectRef.database(),
                    "role \"%s\" cannot log in, and no role that can is a member of it",
                    role.name())
                .withNext("ALTER ROLE " + InSql.name(role.name()) + " LOGIN"));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    return evidence.moment().unseen(Topic.MIGRATING_ROLE);
  }
}
