package dev.dbpreflight.model;

/**
 * That a role is mapped on a foreign server, named "role on server". How is a secret and never
 * read.
 */
public record UserMapping(ObjectName name) implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.USER_MAPPING;
  }
}
