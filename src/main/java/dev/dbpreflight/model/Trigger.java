package dev.dbpreflight.model;

/**
 * A trigger that a user made; those of constraints and the clones on partitions are not here.
 *
 * @param definition the whole statement
 * @param enabled "ORIGIN" (the default), "DISABLED", "REPLICA", "ALWAYS"; "ORIGIN" in SQLite
 */
public record Trigger(String name, SqlText definition, String enabled, String comment)
    implements TableMember {

  @Override
  public ObjectKind kind() {
    return ObjectKind.TRIGGER;
  }
}
