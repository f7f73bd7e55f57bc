package dev.dbpreflight.model;

import java.util.List;

/**
 * A publication of logical replication.
 *
 * @param operations "insert", "update", "delete", "truncate", sorted
 * @param members "TABLE public.t (a, b) WHERE (…)" or "TABLES IN SCHEMA s", sorted
 * @param generatedColumns "none" or "stored" (PostgreSQL 18); "none" before
 */
public record Publication(
    ObjectName name,
    boolean allTables,
    List<String> operations,
    boolean viaPartitionRoot,
    String generatedColumns,
    List<String> members,
    Attributes attributes)
    implements SchemaObject {

  public Publication {
    operations = operations.stream().sorted().toList();
    members = members.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.PUBLICATION;
  }
}
