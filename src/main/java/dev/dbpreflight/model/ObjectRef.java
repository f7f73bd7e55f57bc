package dev.dbpreflight.model;

import java.util.Comparator;

/**
 * Points at any object of a schema model, also at a part of a table.
 *
 * @param schema empty for objects that live in no schema
 * @param table the table or view that the object is part of; empty for objects of their own
 * @param name the object's own name
 */
public record ObjectRef(ObjectKind kind, String schema, String table, String name)
    implements Comparable<ObjectRef> {
  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing(ObjectRef::schema)
          .thenComparing(ref -> ref.table.isEmpty() ? ref.name : ref.table)
          .thenComparing(ref -> !ref.table.isEmpty())
          .thenComparing(ObjectRef::kind)
          .thenComparing(ObjectRef::name);

  /** The database as a whole. */
  public static ObjectRef database() {
    return new ObjectRef(ObjectKind.DATABASE, "", "", "");
  }

  public static ObjectRef of(ObjectKind kind, ObjectName name) {
    return new ObjectRef(kind, name.schema(), "", name.name());
  }

  public static ObjectRef of(SchemaObject object) {
    return of(object.kind(), object.name());
  }

  public static ObjectRef of(ObjectName table, TableMember member) {
    return new ObjectRef(member.kind(), table.schema(), table.name(), member.name());
  }

  /** The name without the kind, dots between the parts: "public.users.email". */
  public String path() {
    String inTable = table.isEmpty() ? name : table + "." + name;
    return schema.isEmpty() ? inTable : schema + "." + inTable;
  }

  @Override
  public int compareTo(ObjectRef other) {
    return ORDER.compare(this, other);
  }

  /** For people: {@code column "public.users.email"}. */
  @Override
  public String toString() {
    return kind == ObjectKind.DATABASE ? "the database" : kind.words() + " \"" + path() + "\"";
  }
}
