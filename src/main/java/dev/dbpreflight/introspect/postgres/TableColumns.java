package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.postgres.Columns.Attribute;
import dev.dbpreflight.model.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The columns of one relation, by the numbers that other catalogs know them by. */
final class TableColumns {
  static final TableColumns NONE = new TableColumns();

  private final SortedMap<Integer, Attribute> attributes = new TreeMap<>();
  private final Map<Integer, SqlText> texts = new HashMap<>();

  void add(Attribute attribute) {
    attributes.put(attribute.number(), attribute);
  }

  Collection<Attribute> inOrder() {
    return attributes.values();
  }

  String name(int number) {
    return attributes.get(number).column().name();
  }

  /** The name as the key of an index, one object for all indexes. */
  SqlText text(int number) {
    return texts.computeIfAbsent(number, key -> SqlText.of(name(key)));
  }

  long collation(int number) {
    return attributes.get(number).collation();
  }

  List<String> names(int[] numbers) {
    if (numbers.length == 1) {
      return List.of(name(numbers[0]));
    }
    List<String> names = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      names.add(name(number));
    }
    return names;
  }
}
