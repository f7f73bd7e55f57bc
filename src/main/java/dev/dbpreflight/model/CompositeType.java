package dev.dbpreflight.model;

import static java.util.Comparator.comparing;

import java.util.List;

/** A composite type made by CREATE TYPE; the row types of tables are not here. */
public record CompositeType(ObjectName name, List<Column> columns, Attributes attributes)
    implements SchemaObject {

  public CompositeType {
    columns = columns.stream().sorted(comparing(Column::position)).toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.COMPOSITE_TYPE;
  }
}
