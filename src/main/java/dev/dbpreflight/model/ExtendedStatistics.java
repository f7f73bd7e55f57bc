package dev.dbpreflight.model;

import java.util.List;

/**
 * An extended statistics object.
 *
 * @param kinds "dependencies", "mcv", "ndistinct", sorted
 * @param elements columns and expressions, in order
 * @param target -1 for the server's default
 */
public record ExtendedStatistics(
    ObjectName name,
    ObjectName table,
    List<String> kinds,
    List<String> elements,
    int target,
    Attributes attributes)
    implements SchemaObject {

  public ExtendedStatistics {
    kinds = kinds.stream().sorted().toList();
    elements = List.copyOf(elements);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.STATISTICS;
  }
}
