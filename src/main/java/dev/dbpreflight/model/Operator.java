package dev.dbpreflight.model;

/**
 * An operator.
 *
 * @param name with its operand types: "===(integer, integer)"
 * @param commutator empty for none; the same for the following
 */
public record Operator(
    ObjectName name,
    String function,
    String result,
    String commutator,
    String negator,
    String restrict,
    String join,
    boolean hashes,
    boolean merges,
    Attributes attributes)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.OPERATOR;
  }
}
