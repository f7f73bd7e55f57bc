package dev.dbpreflight.model;

import java.util.Comparator;
import java.util.List;

/** Sorted copies of lists. Most lists of a schema are empty, and copying those costs nothing. */
final class Sorted {

  private Sorted() {}

  static <T extends Comparable<? super T>> List<T> copyOf(List<T> list) {
    return copyOf(list, Comparator.naturalOrder());
  }

  static <T> List<T> copyOf(List<T> list, Comparator<? super T> order) {
    return list.size() < 2 ? List.copyOf(list) : list.stream().sorted(order).toList();
  }
}
