package dev.dbpreflight.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parents and dependencies, without those dependencies that an ancestor has already. Alembic orders
 * by these. Dependencies are carried down the branches in groups of 64, a bit for each, so that a
 * long history with many of them stays cheap.
 */
final class NeededDependencies {
  private final int[][] parents;
  private final int[][] further;
  private final int[] downwards;
  private final int[][] numbers;
  private final List<Set<Integer>> kept = new ArrayList<>();

  /** Both without circles. */
  NeededDependencies(int[][] parents, int[][] further) {
    this.parents = parents;
    this.further = further;
    this.downwards = parentsFirst();
    this.numbers = new int[parents.length][];
    Map<Integer, Integer> known = new HashMap<>();
    for (int at = 0; at < parents.length; at++) {
      kept.add(new LinkedHashSet<>());
      Arrays.stream(parents[at]).forEach(kept.getLast()::add);
      numbers[at] = new int[further[at].length];
      for (int one = 0; one < further[at].length; one++) {
        kept.getLast().add(further[at][one]);
        Integer number = known.putIfAbsent(further[at][one], known.size());
        numbers[at][one] = number == null ? known.size() - 1 : number;
      }
    }
    for (int from = 0; from < known.size(); from += Long.SIZE) {
      drop(from);
    }
  }

  int[][] links() {
    int[][] links = new int[parents.length][];
    Arrays.setAll(links, at -> kept.get(at).stream().mapToInt(Integer::intValue).toArray());
    return links;
  }

  private void drop(int from) {
    long[] above = new long[parents.length];
    long[] own = new long[parents.length];
    for (int at : downwards) {
      for (int parent : parents[at]) {
        above[at] |= above[parent] | own[parent];
      }
      for (int one = 0; one < numbers[at].length; one++) {
        long bit = bit(numbers[at][one], from);
        own[at] |= bit;
        if ((above[at] & bit) != 0) {
          drop(at, further[at][one]);
        }
      }
    }
  }

  private void drop(int at, int dependency) {
    if (Arrays.stream(parents[at]).noneMatch(parent -> parent == dependency)) {
      kept.get(at).remove(dependency);
    }
  }

  private static long bit(int number, int from) {
    return number >= from && number < from + Long.SIZE ? 1L << (number - from) : 0;
  }

  private int[] parentsFirst() {
    int[] waiting = new int[parents.length];
    int[] order = new int[parents.length];
    int[][] children = BranchOrder.reversed(parents);
    int end = 0;
    for (int at = 0; at < parents.length; at++) {
      waiting[at] = parents[at].length;
      if (waiting[at] == 0) {
        order[end++] = at;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int child : children[order[next]]) {
        if (--waiting[child] == 0) {
          order[end++] = child;
        }
      }
    }
    return order;
  }
}
