package dev.dbpreflight.model;

/**
 * A collation made by a user.
 *
 * @param provider "libc", "icu", "builtin"
 * @param locale "collate/ctype" where the two differ
 * @param rules tailoring rules of ICU; empty for none
 */
public record Collation(
    ObjectName name,
    String provider,
    String locale,
    boolean deterministic,
    String rules,
    Attributes attributes)
    implements SchemaObject {

  @Override
  public ObjectKind kind() {
    return ObjectKind.COLLATION;
  }
}
