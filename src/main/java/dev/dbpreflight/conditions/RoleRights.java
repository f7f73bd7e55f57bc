package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.util.Map;
import java.util.Set;

/**
 * What a role may do in the target. A superuser may do everything: the rest is not read then.
 *
 * @param database the target's name
 * @param actingAs whose rights hold in its sessions: itself, or the role that they begin with
 * @param login it can log in, or a role that can may become it
 * @param createsInDatabase CREATE on the database: schemas, trusted extensions, publications
 * @param underProvider the provider of the server has its own rules for extensions
 * @param actsAs roles whose rights it has without doing anything, itself included
 * @param canBecome roles whose rights it gets with SET ROLE only
 * @param schemas of users, by name
 * @param others tables of users that none of {@code actsAs} owns
 */
public record RoleRights(
    String database,
    String actingAs,
    boolean superuser,
    boolean login,
    boolean createsInDatabase,
    boolean underProvider,
    Set<String> actsAs,
    Set<String> canBecome,
    Map<String, OnSchema> schemas,
    Map<ObjectName, OnTable> others) {

  /** USAGE and CREATE. */
  public record OnSchema(boolean use, boolean create) {}

  /**
   * Privileges on a table.
   *
   * @param refer REFERENCES, on one column at least
   */
  public record OnTable(boolean refer, boolean select, boolean insert, boolean update) {}

  public RoleRights {
    actsAs = Set.copyOf(actsAs);
    canBecome = Set.copyOf(canBecome);
    schemas = Map.copyOf(schemas);
    others = Map.copyOf(others);
  }
}
