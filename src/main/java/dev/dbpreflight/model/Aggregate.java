package dev.dbpreflight.model;

import java.util.List;

/**
 * An aggregate function.
 *
 * @param name with the types of its arguments
 * @param options every option of CREATE AGGREGATE that is not at its default, "NAME = value",
 *     sorted
 */
public record Aggregate(ObjectName name, List<String> options, Attributes attributes)
    implements SchemaObject {

  public Aggregate {
    options = options.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.AGGREGATE;
  }
}
