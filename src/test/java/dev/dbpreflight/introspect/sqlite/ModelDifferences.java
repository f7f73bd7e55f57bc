package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.TableMember;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names the components in which two models differ, "Column.type": independent of the comparison
 * that the product makes. A part that has no counterpart is a difference of its name when another
 * part of its kind took its place, else of the list that holds it.
 */
final class ModelDifferences {
  private final Set<String> differences = new TreeSet<>();

  private ModelDifferences() {}

  static Set<String> between(SchemaModel before, SchemaModel after) {
    ModelDifferences all = new ModelDifferences();
    all.lists("SchemaModel.objects", before.objects(), after.objects());
    if (!before.unsupported().equals(after.unsupported())) {
      all.differences.add("SchemaModel.unsupported");
    }
    return all.differences;
  }

  static Object value(Record parent, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parent);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void records(Record before, Record after) {
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      String name = before.getClass().getSimpleName() + "." + component.getName();
      Object one = value(before, component);
      Object other = value(after, component);
      if (one instanceof List<?> ones && other instanceof List<?> others) {
        lists(name, ones, others);
      } else if (!one.equals(other)) {
        differences.add(name);
      }
    }
  }

  private void lists(String name, List<?> before, List<?> after) {
    boolean parts =
        before.stream().allMatch(Record.class::isInstance) && before.size() + after.size() > 0;
    if (!parts || !after.stream().allMatch(Record.class::isInstance)) {
      if (!before.equals(after)) {
        differences.add(name);
      }
      return;
    }
    Map<Object, Record> ones = byKey(before);
    Map<Object, Record> others = byKey(after);
    Set<Object> gone = new HashSet<>(ones.keySet());
    gone.removeAll(others.keySet());
    Set<Object> come = new HashSet<>(others.keySet());
    come.removeAll(ones.keySet());
    if (gone.size() == 1 && come.size() == 1) {
      differences.add(ones.get(gone.iterator().next()).getClass().getSimpleName() + ".name");
    } else if (gone.size() + come.size() > 0) {
      differences.add(name);
    }
    ones.forEach(
        (key, one) -> {
          if (others.containsKey(key)) {
            records(one, others.get(key));
          }
        });
  }

  private static Map<Object, Record> byKey(List<?> list) {
    Map<Object, Record> byKey = new LinkedHashMap<>();
    for (Object element : list) {
      byKey.put(key(element, byKey.size()), (Record) element);
    }
    return byKey;
  }

  private static Object key(Object element, int position) {
    return switch (element) {
      case SchemaObject object -> List.of(object.kind(), object.name());
      case TableMember member -> List.of(member.kind(), member.name());
      default -> position;
    };
  }
}
