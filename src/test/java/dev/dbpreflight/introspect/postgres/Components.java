package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.TableMember;
import dev.dbpreflight.support.Records;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The components of the model's records, down to the values, each named by its way from the object
 * or part that has it: {@code Table.storage.options}, {@code Column.identity.options.start}.
 */
final class Components {

  private Components() {}

  /** Every component that the model has, but the names of objects and parts. */
  static Set<String> all() {
    Set<String> found = new TreeSet<>();
    Stream.of(SchemaObject.class, TableMember.class)
        .flatMap(Components::permitted)
        .forEach(type -> declared(type, type.getSimpleName(), found));
    return found;
  }

  /** The components in which objects and parts differ that both models have. */
  static Set<String> differing(SchemaModel expected, SchemaModel actual) {
    Set<String> found = new TreeSet<>();
    Map<Object, SchemaObject> others = new HashMap<>();
    actual.objects().forEach(object -> others.put(key(object), object));
    for (SchemaObject object : expected.objects()) {
      SchemaObject other = others.get(key(object));
      if (other != null) {
        differing((Record) object, (Record) other, object.getClass().getSimpleName(), found);
      }
    }
    return found;
  }

  /** Calls back with every component and each of its values, as far as there are such records. */
  static void values(SchemaModel model, BiConsumer<String, Object> value) {
    model.objects().forEach(object -> values(object, object.getClass().getSimpleName(), value));
  }

  private static void declared(Class<?> type, String path, Set<String> found) {
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> inner = element(component.getGenericType());
      if (TableMember.class.isAssignableFrom(inner) || isName(path, component)) {
        continue;
      }
      String own = way(path, component, inner);
      if (isWalked(inner)) {
        declared(inner, own, found);
      } else {
        found.add(own);
      }
    }
  }

  private static void differing(Record one, Record other, String path, Set<String> found) {
    for (RecordComponent component : one.getClass().getRecordComponents()) {
      Object value = Records.get(one, component);
      Object changed = Records.get(other, component);
      if (Objects.equals(value, changed)) {
        continue;
      }
      Class<?> inner = element(component.getGenericType());
      if (TableMember.class.isAssignableFrom(inner)) {
        parts((List<?>) value, (List<?>) changed, found);
        continue;
      }
      String own = way(path, component, inner);
      List<Object> values = list(value);
      List<Object> others = list(changed);
      if (isWalked(inner) && values.size() == others.size()) {
        for (int at = 0; at < values.size(); at++) {
          differing((Record) values.get(at), (Record) others.get(at), own, found);
        }
      } else {
        found.add(own);
      }
    }
  }

  private static void parts(List<?> expected, List<?> actual, Set<String> found) {
    for (Object part : expected) {
      for (Object other : actual) {
        if (key(part).equals(key(other))) {
          differing((Record) part, (Record) other, part.getClass().getSimpleName(), found);
        }
      }
    }
  }

  private static void values(Object record, String path, BiConsumer<String, Object> consumer) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Class<?> inner = element(component.getGenericType());
      Object held = Records.get((Record) record, component);
      if (!isWalked(inner) && !TableMember.class.isAssignableFrom(inner)) {
        consumer.accept(way(path, component, inner), held);
        continue;
      }
      for (Object value : list(held)) {
        boolean part = value instanceof TableMember;
        String own = part ? value.getClass().getSimpleName() : way(path, component, inner);
        values(value, own, consumer);
      }
    }
  }

  /** Grants are the same wherever they are; all else is known by the way to it. */
  private static String way(String path, RecordComponent component, Class<?> inner) {
    return inner == Grant.class ? "Grant" : path + "." + component.getName();
  }

  private static boolean isWalked(Class<?> type) {
    return type.isRecord() && type != ObjectName.class && type != SqlText.class;
  }

  private static boolean isName(String path, RecordComponent component) {
    return component.getName().equals("name") && !path.contains(".");
  }

  private static Class<?> element(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getActualTypeArguments()[0]
        : (Class<?>) type;
  }

  private static List<Object> list(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Optional<?> optional -> new ArrayList<>(optional.stream().toList());
      default -> List.of(value);
    };
  }

  private static Object key(Object record) {
    return switch (record) {
      case SchemaObject object -> List.of(object.kind(), object.name());
      case TableMember member -> List.of(member.kind(), member.name());
      default -> throw new IllegalArgumentException("neither object nor part: " + record);
    };
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Components::permitted)
        : Stream.of(type);
  }
}
