package dev.dbpreflight.model;

/**
 * A sequence that is not the inside of an identity column.
 *
 * @param ownedBy the column that takes it along when it is dropped, "schema.table.column"; empty
 *     for none
 */
public record Sequence(
    ObjectName name,
    SequenceOptions options,
    String ownedBy,
    boolean unlogged,
    Attributes attributes)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.SEQUENCE;
  }
}
