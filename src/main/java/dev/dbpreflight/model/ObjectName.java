package dev.dbpreflight.model;

/**
 * The name of an object as the catalog has it: never quoted, never folded.
 *
 * @param schema empty for objects that live in no schema (extensions, casts, event triggers)
 * @param name for routines and operators with the argument types: "total(integer, text)"
 */
public record ObjectName(String schema, String name) implements Comparable<ObjectName> {
  /** An object that lives in no schema. */
  public static ObjectName global(String name) {
    return new ObjectName("", name);
  }

  @Override
  public int compareTo(ObjectName other) {
    return schema.equals(other.schema)
        ? name.compareTo(other.name)
        : schema.compareTo(other.schema);
  }

  /** Schema, dot, name, without quotes: for people, never for SQL. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
