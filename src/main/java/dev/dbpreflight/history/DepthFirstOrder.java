package dev.dbpreflight.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Django's order: for the last migration of each application, sorted, everything that it depends on
 * and then itself; of several dependencies the one with the greatest name comes first.
 */
final class DepthFirstOrder implements RunOrder {
  private final List<MigrationFile> files;
  private final int[][] runsAfter;
  private final BitSet heads;
  private final BitSet left;

  /**
   * @param runsAfter without circles
   * @param heads the last of each application
   * @param left not those that others replace, or that replace others
   */
  DepthFirstOrder(List<MigrationFile> files, int[][] runsAfter, BitSet heads, BitSet left) {
    this.files = files;
    this.heads = heads;
    this.left = left;
    this.runsAfter = new int[files.size()][];
    for (int at = 0; at < files.size(); at++) {
      this.runsAfter[at] = sorted(Arrays.stream(runsAfter[at]).filter(left::get));
    }
  }

  private int[] sorted(IntStream places) {
    Comparator<Integer> byId = Comparator.comparing(at -> files.get(at).id());
    return places.boxed().sorted(byId).mapToInt(Integer::intValue).toArray();
  }

  @Override
  public List<Integer> of(BitSet wanted) {
    List<Integer> order = new ArrayList<>();
    BitSet done = new BitSet();
    BitSet entered = new BitSet();
    for (int head : sorted(heads.stream().filter(wanted::get))) {
      walk(head, entered, done, order);
    }
    // Members of a circle have no head, and a replaced file is none.
    for (int at : sorted(left.stream())) {
      walk(at, entered, done, order);
    }
    order.removeIf(at -> !wanted.get(at));
    return order;
  }

  private void walk(int start, BitSet entered, BitSet done, List<Integer> order) {
    Deque<Integer> stack = new ArrayDeque<>();
    stack.push(start);
    while (!stack.isEmpty()) {
      int at = stack.pop();
      if (done.get(at)) {
        continue;
      }
      if (entered.get(at)) {
        done.set(at);
        order.add(at);
        continue;
      }
      entered.set(at);
      stack.push(at);
      for (int dependency : runsAfter[at]) {
        if (!done.get(dependency)) {
          stack.push(dependency);
        }
      }
    }
  }
}
