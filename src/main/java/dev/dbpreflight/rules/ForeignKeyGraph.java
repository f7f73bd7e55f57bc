package dev.dbpreflight.rules;

import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which tables reference which. Cycles are the strongly connected components of more than one
 * table, found by Tarjan's algorithm with a stack of its own: a chain of 10,000 foreign keys must
 * not overflow the thread's.
 */
final class ForeignKeyGraph {
  private final Map<ObjectName, SortedSet<ObjectName>> references = new TreeMap<>();
  private final Map<ObjectName, Integer> order = new HashMap<>();
  private final Map<ObjectName, Integer> lowest = new HashMap<>();
  private final Deque<ObjectName> open = new ArrayDeque<>();
  private final Set<ObjectName> isOpen = new HashSet<>();
  private final List<SortedSet<ObjectName>> cycles = new ArrayList<>();

  ForeignKeyGraph(Collection<Table> tables) {
    tables.forEach(table -> references.put(table.name(), new TreeSet<>()));
    for (Table table : tables) {
      for (ForeignKey key : table.constraints(ForeignKey.class)) {
        if (references.containsKey(key.references())) {
          references.get(table.name()).add(key.references());
        }
      }
    }
  }

  /** Sorted by their first table; a table that only references itself is not a cycle. */
  List<SortedSet<ObjectName>> cycles() {
    for (ObjectName table : references.keySet()) {
      if (!order.containsKey(table)) {
        visit(table);
      }
    }
    cycles.sort(Comparator.comparing(SortedSet::first));
    return List.copyOf(cycles);
  }

  private record Step(ObjectName table, Iterator<ObjectName> rest) {}

  private void visit(ObjectName root) {
    Deque<Step> path = new ArrayDeque<>();
    path.push(enter(root));
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.rest.hasNext()) {
        ObjectName next = step.rest.next();
        if (!order.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          lowest.merge(step.table, order.get(next), Math::min);
        }
      } else {
        path.pop();
        leave(step.table, path.peek());
      }
    }
  }

  private Step enter(ObjectName table) {
    order.put(table, order.size());
    lowest.put(table, order.get(table));
    open.push(table);
    isOpen.add(table);
    return new Step(table, references.get(table).iterator());
  }

  private void leave(ObjectName table, Step parent) {
    if (parent != null) {
      lowest.merge(parent.table, lowest.get(table), Math::min);
    }
    if (lowest.get(table).equals(order.get(table))) {
      SortedSet<ObjectName> component = new TreeSet<>();
      ObjectName member;
      do {
        member = open.pop();
        isOpen.remove(member);
        component.add(member);
      } while (!member.equals(table));
      if (component.size() > 1) {
        cycles.add(component);
      }
    }
  }
}
