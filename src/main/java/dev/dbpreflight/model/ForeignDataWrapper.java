package dev.dbpreflight.model;

import java.util.List;

/**
 * A foreign-data wrapper.
 *
 * @param handler function; empty for none
 * @param validator function; empty for none
 * @param options "name=value", sorted; values of secrets are left out
 */
public record ForeignDataWrapper(
    ObjectName name, String handler, String validator, List<String> options, Attributes attributes)
    implements SchemaObject {

  public ForeignDataWrapper {
    options = options.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.FOREIGN_DATA_WRAPPER;
  }
}
