package dev.dbpreflight.model;

/** A namespace, which PostgreSQL calls a schema; SQLite has none in the model. */
public record Schema(ObjectName name, Attributes attributes) implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.SCHEMA;
  }
}
