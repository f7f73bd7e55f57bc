package dev.dbpreflight.rules;

import dev.dbpreflight.conditions.RoleSetting;
import dev.dbpreflight.conditions.RoleSettings;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A limit of the migrating role that is set and shorter than it must be.
 *
 * @param seconds that it must be at least
 */
public record ShortTimeout(String role, RoleSetting setting, double seconds) {

  /** The setting of that name, where it is too short. */
  public static Stream<ShortTimeout> of(Evidence evidence, String name, double seconds) {
    return evidence.moment().conditions().roleSettings().stream()
        .filter(RoleSettings::migrates)
        .flatMap(
            settings ->
                settings.setting(name).stream()
                    .filter(
                        setting ->
                            setting.time().filter(time -> isShort(time, seconds)).isPresent())
                    .map(setting -> new ShortTimeout(settings.role(), setting, seconds)));
  }

  private static boolean isShort(Duration time, double seconds) {
    return time.isPositive() && time.toNanos() < seconds * 1e9;
  }

  /** As a finding of that rule. */
  public Finding told(Rule rule) {
    return rule.finding(
            ObjectRef.database(),
            "%s of role \"%s\" is %s s, less than %s s; it is set for %s",
            setting.name(),
            role,
            plain(BigDecimal.valueOf(setting.time().orElseThrow().toMillis(), 3)),
            plain(BigDecimal.valueOf(seconds)),
            setting.source().words())
        .withDetail(setting.name())
        .withNext(
            "ALTER ROLE "
                + InSql.name(role)
                + " SET "
                + setting.name()
                + " = 0; or let the migration begin with SET "
                + setting.name()
                + " = 0");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
