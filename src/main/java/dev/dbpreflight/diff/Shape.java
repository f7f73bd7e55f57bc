package dev.dbpreflight.diff;

import dev.dbpreflight.model.TableMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What there is to compare in one type of record: its properties, and the lists of parts that are
 * compared as objects of their own.
 */
record Shape<T>(
    Class<T> type,
    List<Property<T>> properties,
    List<Function<T, List<? extends TableMember>>> parts) {

  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> Shape<T> of(Class<T> type, Property<T>... properties) {
    return new Shape<>(type, List.of(properties), List.of());
  }

  Shape<T> and(List<Property<T>> more) {
    List<Property<T>> all = new ArrayList<>(properties);
    all.addAll(more);
    return new Shape<>(type, List.copyOf(all), parts);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final Shape<T> withParts(Function<T, List<? extends TableMember>>... lists) {
    return new Shape<>(type, properties, List.of(lists));
  }
}
