package dev.dbpreflight.model;

import java.util.List;

/**
 * What ALTER DEFAULT PRIVILEGES set, named "role, object type" or "role, object type, schema".
 *
 * @param grants sorted
 */
public record DefaultPrivileges(ObjectName name, List<Grant> grants) implements SchemaObject {

  public DefaultPrivileges {
    grants = grants.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.DEFAULT_PRIVILEGES;
  }
}
