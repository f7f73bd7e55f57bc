package dev.dbpreflight.model;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * A domain.
 *
 * @param collation empty for the base type's own
 * @param checks sorted by name
 */
public record DomainType(
    ObjectName name,
    String type,
    String collation,
    boolean notNull,
    SqlText defaultExpression,
    List<Constraint.Check> checks,
    Attributes attributes)
    implements SchemaObject {

  public DomainType {
    checks = checks.stream().sorted(comparing(Constraint.Check::name)).toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.DOMAIN;
  }
}
