package dev.dbpreflight.model;

/**
 * A cast, named "source AS target".
 *
 * @param method "FUNCTION", "INOUT", "BINARY"
 * @param function empty unless the method is FUNCTION
 * @param context "EXPLICIT", "ASSIGNMENT", "IMPLICIT"
 */
public record Cast(ObjectName name, String method, String function, String context, String comment)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.CAST;
  }
}
