package dev.dbpreflight.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which nodes of a graph reach each other, found by Tarjan's algorithm with a stack of its own: a
 * chain of 100,000 migrations must not overflow the thread's.
 */
final class Components {
  private static final int UNSEEN = -1;

  private final int[][] edges;
  private final int[] order;
  private final int[] lowest;
  private final int[] next;
  private final int[] component;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<List<Integer>> circles = new ArrayList<>();
  private int seen;
  private int components;

  Components(int[][] edges) {
    this.edges = edges;
    this.order = new int[edges.length];
    this.lowest = new int[edges.length];
    this.next = new int[edges.length];
    this.component = new int[edges.length];
    Arrays.fill(order, UNSEEN);
    Arrays.fill(component, UNSEEN);
    for (int node = 0; node < edges.length; node++) {
      if (order[node] == UNSEEN) {
        visit(node);
      }
    }
  }

  /** Groups of nodes of which each reaches each, also a single one that follows itself. */
  List<List<Integer>> circles() {
    return circles;
  }

  /**
   * Without those edges that lie inside a circle.
   *
   * @param some of the edges
   */
  int[][] withoutCircles(int[][] some) {
    if (circles.isEmpty()) {
      return some;
    }
    int[][] kept = new int[some.length][];
    for (int node = 0; node < some.length; node++) {
      int own = component[node];
      kept[node] = Arrays.stream(some[node]).filter(to -> component[to] != own).toArray();
    }
    return kept;
  }

  private void visit(int root) {
    Deque<Integer> path = new ArrayDeque<>();
    enter(root, path);
    while (!path.isEmpty()) {
      int node = path.peek();
      if (next[node] < edges[node].length) {
        int to = edges[node][next[node]++];
        if (order[to] == UNSEEN) {
          enter(to, path);
        } else if (component[to] == UNSEEN) {
          lowest[node] = Math.min(lowest[node], order[to]);
        }
      } else {
        path.pop();
        if (!path.isEmpty()) {
          lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
        }
        if (lowest[node] == order[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node, Deque<Integer> path) {
    order[node] = seen;
    lowest[node] = seen++;
    open.push(node);
    path.push(node);
  }

  private void close(int root) {
    List<Integer> members = new ArrayList<>();
    int member;
    do {
      member = open.pop();
      component[member] = components;
      members.add(member);
    } while (member != root);
    components++;
    if (members.size() > 1 || Arrays.stream(edges[root]).anyMatch(to -> to == root)) {
      circles.add(members);
    }
  }
}
