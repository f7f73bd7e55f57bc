package dev.dbpreflight.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorted copies of lists. Most lists of a schema are empty or sorted, and those cost nothing. */
final class Sorted {

  private Sorted() {}

  static <T extends Comparable<? super T>> List<T> copyOf(List<T> list) {
    return copyOf(list, Comparator.naturalOrder());
  }

  static <T> List<T> copyOf(List<T> list, Comparator<? super T> order) {
    if (isSorted(list, order)) {
      return List.copyOf(list);
    }
    List<T> sorted = new ArrayList<>(list);
    sorted.sort(order);
    return List.copyOf(sorted);
  }

  private static <T> boolean isSorted(List<T> list, Comparator<? super T> order) {
    for (int at = 1; at < list.size(); at++) {
      if (order.compare(list.get(at - 1), list.get(at)) > 0) {
        return false;
      }
    }
    return true;
  }
}
