package dev.dbpreflight.model;

import java.util.List;

/**
 * A foreign server.
 *
 * @param type empty for none
 * @param version empty for none
 * @param options "name=value", sorted; values of secrets are left out
 */
public record ForeignServer(
    ObjectName name,
    String wrapper,
    String type,
    String version,
    List<String> options,
    Attributes attributes)
    implements SchemaObject {

  public ForeignServer {
    options = options.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.FOREIGN_SERVER;
  }
}
