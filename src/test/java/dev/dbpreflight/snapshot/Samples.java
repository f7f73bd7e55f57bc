package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.TextSearchObject;
import dev.dbpreflight.model.View;
import dev.dbpreflight.support.Records;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of the model in which no component has the value that a snapshot leaves out. */
final class Samples {
  /** Components whose usual value is true. */
  private static final Set<String> USUALLY_TRUE =
      Set.of(
          "validated", "enforced", "valid", "deterministic", "permissive", "Subscription.enabled");

  /**
   * Values that cannot be chosen freely: what must exist elsewhere in the table, or fit together.
   */
  private static final Map<String, Object> FIXED =
      Map.ofEntries(
          Map.entry("Table.form", Table.Form.FOREIGN),
          Map.entry("Routine.form", Routine.Form.WINDOW),
          Map.entry("TextSearchObject.kind", ObjectKind.TEXT_SEARCH_DICTIONARY),
          Map.entry("Extension.name", ObjectName.global("the extension")),
          Map.entry("PrimaryKey.columns", List.of("a", "b")),
          Map.entry("PrimaryKey.include", List.of("c")),
          Map.entry("PrimaryKey.descending", List.of("b")),
          Map.entry("Unique.columns", List.of("a")),
          Map.entry("Unique.include", List.of("c", "b")),
          Map.entry("Unique.descending", List.of("a")),
          Map.entry("ForeignKey.columns", List.of("a", "b")),
          Map.entry("ForeignKey.referencedColumns", List.of("x", "y")),
          Map.entry("ForeignKey.onDeleteColumns", List.of("b")),
          Map.entry("Exclusion.include", List.of("c")),
          Map.entry("Index.include", List.of("c")),
          Map.entry("Key.expression", SqlText.of("a")),
          Map.entry("Key.column", false),
          Map.entry("Column.position", 9));

  private Samples() {}

  /** One object of every kind of record that stands on its own. */
  static List<SchemaObject> objects() {
    List<SchemaObject> objects = new ArrayList<>();
    for (Class<?> type : SchemaObject.class.getPermittedSubclasses()) {
      objects.add((SchemaObject) record(type, 1));
    }
    return objects;
  }

  static Record record(Class<?> type, int number) {
    if (type == SequenceOptions.class) {
      return new SequenceOptions("integer", 5, 2, 3, 1000, 7, true);
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = type.getSimpleName() + "." + components[i].getName();
      Object fixed = FIXED.get(key);
      values[i] = fixed != null ? fixed : value(components[i].getGenericType(), key, number);
    }
    return Records.create(type, values);
  }

  private static Object value(Type type, String key, int number) {
    String component = key.substring(key.indexOf('.') + 1);
    if (type == String.class) {
      return "the " + component + " " + number;
    }
    if (type == SqlText.class) {
      return SqlText.of("the " + component + "\n  on two lines");
    }
    if (key.equals("Grant.grantable")) {
      return number == 1;
    }
    if (type == boolean.class) {
      return !USUALLY_TRUE.contains(component) && !USUALLY_TRUE.contains(key);
    }
    if (type == int.class) {
      return 42;
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[constants.length - 1];
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return record(plain, number);
    }
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.of(value(inner, key, number))
          : list(inner, key);
    }
    throw new IllegalArgumentException("no sample of " + type + " for " + key);
  }

  private static List<?> list(Type type, String key) {
    if (type == Column.class) {
      return List.of(
          Column.of("a", 1, "integer"),
          Column.of("b", 2, "integer"),
          Column.of("c", 3, "integer"),
          record(Column.class, 1));
    }
    if (type == Constraint.class) {
      List<Record> all = new ArrayList<>();
      for (Class<?> permitted : Constraint.class.getPermittedSubclasses()) {
        all.add(record(permitted, all.size()));
      }
      return all;
    }
    if (type == Index.Key.class) {
      Index.Key descending = Records.with(Index.Key.of("c"), "descending", true);
      return List.of(Index.Key.of("b"), descending, record(Index.Key.class, 1));
    }
    return List.of(value(type, key, 1), value(type, key, 2));
  }

  /** The object itself, and as what else its record can be. */
  static List<SchemaObject> inEveryGroup(SchemaObject object) {
    List<SchemaObject> objects = new ArrayList<>();
    switch (object) {
      case View view -> {
        objects.add(Records.with(view, "materialized", false));
        objects.add(view);
      }
      case Routine routine -> {
        objects.add(routine);
        objects.add(Records.with(routine, "form", Routine.Form.PROCEDURE));
      }
      case TextSearchObject search ->
          textSearchKinds().forEach(kind -> objects.add(Records.with(search, "kind", kind)));
      default -> objects.add(object);
    }
    return objects;
  }

  /** The kinds that a text search object can be of. */
  static List<ObjectKind> textSearchKinds() {
    List<ObjectKind> kinds = new ArrayList<>();
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.name().startsWith("TEXT_SEARCH")) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
