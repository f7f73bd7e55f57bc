package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.postgres.Columns.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The columns of one relation, by the numbers that other catalogs know them by. */
final class TableColumns {
  static final TableColumns NONE = new TableColumns();

  /** At the place of their number, which dropped columns and the system's leave empty. */
  private Attribute[] byNumber = new Attribute[16];

  void add(Attribute attribute) {
    if (attribute.number() >= byNumber.length) {
      byNumber = Arrays.copyOf(byNumber, Math.max(2 * byNumber.length, attribute.number() + 1));
    }
    byNumber[attribute.number()] = attribute;
  }

  List<Attribute> inOrder() {
    return Arrays.stream(byNumber).filter(Objects::nonNull).toList();
  }

  Attribute get(long number) {
    return byNumber[(int) number];
  }

  String name(long number) {
    return get(number).column().name();
  }

  List<String> names(long[] numbers) {
    if (numbers.length == 1) {
      return List.of(name(numbers[0]));
    }
    List<String> names = new ArrayList<>(numbers.length);
    for (long number : numbers) {
      names.add(name(number));
    }
    return names;
  }
}
