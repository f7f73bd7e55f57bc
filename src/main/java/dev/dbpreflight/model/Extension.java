package dev.dbpreflight.model;

/**
 * An installed extension. Its member objects are not in the model.
 *
 * @param schema the schema that it was installed into
 */
public record Extension(ObjectName name, String schema, String version, String comment)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.EXTENSION;
  }
}
