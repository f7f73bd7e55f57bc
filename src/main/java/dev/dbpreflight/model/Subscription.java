package dev.dbpreflight.model;

import java.util.List;

/**
 * A subscription of logical replication; its connection string is never read.
 *
 * @param publications sorted
 * @param options every other setting that ordinary roles may read, "name=value", sorted
 */
public record Subscription(
    ObjectName name,
    boolean enabled,
    List<String> publications,
    List<String> options,
    Attributes attributes)
    implements SchemaObject {

  public Subscription {
    publications = publications.stream().sorted().toList();
    options = options.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.SUBSCRIPTION;
  }
}
