package dev.dbpreflight.model;

import java.util.List;

/**
 * An enumerated type.
 *
 * @param labels in sort order
 */
public record EnumType(ObjectName name, List<String> labels, Attributes attributes)
    implements SchemaObject {

  public EnumType {
    labels = List.copyOf(labels);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.ENUM;
  }
}
