package dev.dbpreflight.conditions;

import java.util.List;
import java.util.Optional;

/**
 * What a session of the migrating role begins with.
 *
 * @param role as the catalog has it; where nobody knows which role migrates, the one connected
 * @param migrates whether this role is known to be the one that migrates; if not, only what holds
 *     for any role of the database is here
 * @param settings those that matter for a deployment, as far as they are known
 */
public record RoleSettings(String role, boolean migrates, List<RoleSetting> settings)
    implements Condition {

  public RoleSettings {
    settings = List.copyOf(settings);
  }

  /** Empty where the server has no such setting, or where its value is not known. */
  public Optional<RoleSetting> setting(String name) {
    return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }
}
