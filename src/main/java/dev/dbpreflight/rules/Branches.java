package dev.dbpreflight.rules;

import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The branches of files that say what they follow, told apart by intention. */
final class Branches {
  private final Map<String, MigrationFile> files = new HashMap<>();

  Branches(Migrations migrations) {
    migrations.files().forEach(file -> files.putIfAbsent(file.id(), file));
  }

  /**
   * Heads that have an ancestor in common, and of which at most one is meant to be a branch of its
   * own: a label says so.
   */
  List<List<String>> forks(List<String> heads) {
    Map<String, Set<String>> ways = new LinkedHashMap<>();
    heads.forEach(head -> ways.put(head, way(head)));
    List<List<String>> forks = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (String head : heads) {
      List<String> related =
          heads.stream().filter(other -> meet(ways.get(head), ways.get(other))).toList();
      long unlabelled = related.stream().filter(one -> !hasLabel(one, ways)).count();
      if (related.size() > 1 && unlabelled > 1 && told.addAll(related)) {
        forks.add(related);
      }
    }
    return forks;
  }

  private Set<String> way(String head) {
    Set<String> way = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (files.containsKey(id) && way.add(id)) {
        open.addAll(files.get(id).parents());
      }
    }
    return way;
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private boolean hasLabel(String head, Map<String, Set<String>> ways) {
    Set<String> others =
        ways.entrySet().stream()
            .filter(way -> !way.getKey().equals(head))
            .flatMap(way -> way.getValue().stream())
            .collect(toSet());
    return ways.get(head).stream()
        .anyMatch(id -> !others.contains(id) && !files.get(id).labels().isEmpty());
  }
}
