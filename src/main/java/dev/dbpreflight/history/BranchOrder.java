package dev.dbpreflight.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Alembic's order. It walks back from the heads: down one branch as far as nothing else follows
 * what it meets, then on with the first branch that does. What it meets last runs first.
 */
final class BranchOrder implements RunOrder {
  private final int[][] before;
  private final int[][] after;

  /**
   * @param parents without circles
   * @param further what else must be applied before, without circles
   */
  BranchOrder(int[][] parents, int[][] further) {
    this.before = new NeededDependencies(parents, further).links();
    this.after = reversed(before);
  }

  @Override
  public List<Integer> of(BitSet wanted) {
    return new Walk(wanted).order();
  }

  static int[][] reversed(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      Arrays.stream(targets).forEach(to -> counts[to]++);
    }
    int[][] reversed = new int[edges.length][];
    Arrays.setAll(reversed, at -> new int[counts[at]]);
    for (int at = edges.length - 1; at >= 0; at--) {
      for (int to : edges[at]) {
        reversed[to][--counts[to]] = at;
      }
    }
    return reversed;
  }

  /**
   * One walk. A branch keeps its slot while the walk goes down along it; a merge opens further
   * slots at the end, and the slots that are still open are linked in their order.
   */
  private final class Walk {
    private final BitSet left;
    private final int[] waiting = new int[before.length];
    private final int[] slotOf = new int[before.length];
    private final int[] visited = new int[before.length];
    private final List<Slot> slots = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private Slot first;
    private Slot last;
    private int visits;

    Walk(BitSet wanted) {
      left = (BitSet) wanted.clone();
      Arrays.fill(slotOf, -1);
      for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
        waiting[at] = (int) Arrays.stream(after[at]).filter(left::get).count();
        if (waiting[at] == 0) {
          open(at);
        }
      }
    }

    List<Integer> order() {
      Slot slot = first;
      while (slot != null) {
        slot = waiting[slot.at] == 0 ? takeFrom(slot) : firstThatFollows(slot.at);
      }
      Collections.reverse(order);
      return order;
    }

    private Slot takeFrom(Slot slot) {
      int taken = slot.at;
      order.add(taken);
      left.clear(taken);
      boolean moved = false;
      for (int to : before[taken]) {
        if (left.get(to)) {
          waiting[to]--;
          if (slotOf[to] < 0 && moved) {
            open(to);
          } else if (slotOf[to] < 0) {
            slot.at = to;
            slotOf[to] = slot.number;
            moved = true;
          }
        }
      }
      return moved ? slot : close(slot);
    }

    private void open(int at) {
      Slot slot = new Slot(slots.size(), at, last);
      slots.add(slot);
      slotOf[at] = slot.number;
      if (last == null) {
        first = slot;
      } else {
        last.next = slot;
      }
      last = slot;
    }

    /** Goes on with the slot before; with the one behind where there is none. */
    private Slot close(Slot slot) {
      if (slot.previous == null) {
        first = slot.next;
      } else {
        slot.previous.next = slot.next;
      }
      if (slot.next == null) {
        last = slot.previous;
      } else {
        slot.next.previous = slot.previous;
      }
      return slot.previous == null ? first : slot.previous;
    }

    private Slot firstThatFollows(int blocked) {
      visits++;
      int found = Integer.MAX_VALUE;
      List<Integer> above = new ArrayList<>(List.of(blocked));
      for (int next = 0; next < above.size(); next++) {
        for (int at : after[above.get(next)]) {
          if (left.get(at) && visited[at] != visits) {
            visited[at] = visits;
            above.add(at);
            found = slotOf[at] < 0 ? found : Math.min(found, slotOf[at]);
          }
        }
      }
      return slots.get(found);
    }
  }

  private static final class Slot {
    private final int number;
    private int at;
    private Slot previous;
    private Slot next;

    Slot(int number, int at, Slot previous) {
      this.number = number;
      this.at = at;
      this.previous = previous;
    }
  }
}
