package dev.dbpreflight.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every object of one database at one moment. Two databases with the same schema have equal models,
 * whatever the order in which they were read.
 *
 * @param objects sorted by kind and name
 * @param unsupported kinds that exist but are not modelled, sorted
 */
public record SchemaModel(
    Engine engine,
    ServerVersion version,
    List<SchemaObject> objects,
    List<Unsupported> unsupported) {
  private static final Comparator<SchemaObject> ORDER =
      (one, other) ->
          one.kind() == other.kind()
              ? one.name().compareTo(other.name())
              : one.kind().compareTo(other.kind());

  public SchemaModel {
    objects = Sorted.copyOf(objects, ORDER);
    unsupported = Sorted.copyOf(unsupported);
  }

  /** A database without any object. */
  public static SchemaModel empty(Engine engine, ServerVersion version) {
    return new SchemaModel(engine, version, List.of(), List.of());
  }

  public List<Table> tables() {
    return all(Table.class);
  }

  /** The objects of one type, sorted by name within their kind. */
  public <T extends SchemaObject> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Looked up in the order of the objects: rules ask for thousands, one after the other. */
  public Optional<Table> table(ObjectName name) {
    int low = 0;
    int high = objects.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      SchemaObject object = objects.get(middle);
      int order = object.kind().compareTo(ObjectKind.TABLE);
      order = order == 0 ? object.name().compareTo(name) : order;
      if (order == 0) {
        return Optional.of((Table) object);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /** The same model with only those objects that pass. */
  public SchemaModel only(Predicate<SchemaObject> wanted) {
    List<SchemaObject> passed = objects.stream().filter(wanted).toList();
    return passed.size() == objects.size()
        ? this
        : new SchemaModel(engine, version, passed, unsupported);
  }

  /** The same model without the tables of these names. */
  public SchemaModel withoutTables(Set<ObjectName> names) {
    return only(object -> !(object instanceof Table table && names.contains(table.name())));
  }
}
