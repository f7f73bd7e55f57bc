package dev.dbpreflight.model;

/**
 * A range type.
 *
 * @param collation empty for the subtype's own
 * @param operatorClass of the subtype
 * @param canonical function; empty for none
 * @param subtypeDifference function; empty for none
 * @param multirange name of the multirange type that came with it
 */
public record RangeType(
    ObjectName name,
    String subtype,
    String collation,
    String operatorClass,
    String canonical,
    String subtypeDifference,
    String multirange,
    Attributes attributes)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.RANGE;
  }
}
