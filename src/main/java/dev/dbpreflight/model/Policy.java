package dev.dbpreflight.model;

import java.util.List;

/**
 * A row security policy.
 *
 * @param permissive false for RESTRICTIVE
 * @param command "ALL", "SELECT", "INSERT", "UPDATE", "DELETE"
 * @param roles sorted; "PUBLIC" for everybody
 * @param using empty for none
 * @param withCheck empty for none
 */
public record Policy(
    String name,
    boolean permissive,
    String command,
    List<String> roles,
    SqlText using,
    SqlText withCheck,
    String comment)
    implements TableMember {

  public Policy {
    roles = Sorted.copyOf(roles);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.POLICY;
  }
}
