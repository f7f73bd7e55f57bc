package dev.dbpreflight.history;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationGraph.MissingParent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names by which migrations refer to each other, resolved to their places in the list of files.
 * A name that several files share leads to all of them.
 */
final class Links {
  private static final int[] NONE = {};

  private final List<MigrationFile> files;
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final Map<String, List<Integer>> byLabel = new HashMap<>();
  private final Map<String, List<Integer>> replacements = new HashMap<>();
  private final List<MissingParent> missing = new ArrayList<>();
  private final int[][] parents;
  private final int[][] further;
  private final int[][] follows;
  private final int[][] runsAfter;

  /**
   * @param inLine whether each file follows the one before it, because none says what it follows
   */
  Links(List<MigrationFile> files, boolean inLine) {
    this.files = files;
    this.parents = new int[files.size()][];
    this.further = new int[files.size()][];
    this.follows = new int[files.size()][];
    this.runsAfter = new int[files.size()][];
    for (int at = 0; at < files.size(); at++) {
      index(at);
    }
    int last = -1;
    for (int at = 0; at < files.size(); at++) {
      boolean repeatable = files.get(at).kind() == Kind.REPEATABLE;
      connect(at, inLine && last >= 0 && !repeatable ? new int[] {last} : NONE);
      last = repeatable ? last : at;
    }
  }

  private void index(int at) {
    MigrationFile file = files.get(at);
    byId.computeIfAbsent(file.id(), id -> new ArrayList<>()).add(at);
    file.labels().forEach(label -> byLabel.computeIfAbsent(label, any -> list()).add(at));
    file.replaces().forEach(id -> replacements.computeIfAbsent(id, any -> list()).add(at));
  }

  private static List<Integer> list() {
    return new ArrayList<>();
  }

  private void connect(int at, int[] before) {
    Set<Integer> direct = new LinkedHashSet<>();
    Set<Integer> dependencies = new LinkedHashSet<>();
    Set<Integer> applied = new LinkedHashSet<>();
    for (int one : before) {
      direct.add(one);
      applied.add(one);
    }
    MigrationFile file = files.get(at);
    file.parents().forEach(parent -> resolve(file, parent, false, direct, applied));
    file.dependsOn().forEach(other -> resolve(file, other, true, dependencies, applied));
    parents[at] = array(direct);
    further[at] = array(dependencies);
    follows[at] = array(applied);
    direct.addAll(dependencies);
    file.replaces().forEach(id -> runsAfterParents(file, id, direct));
    runsAfter[at] = array(direct);
  }

  /** What stands for a migration waits for what that one waits for. */
  private void runsAfterParents(MigrationFile replacement, String replaced, Set<Integer> before) {
    for (int at : at(byId, replaced)) {
      Stream.concat(files.get(at).parents().stream(), files.get(at).dependsOn().stream())
          .filter(id -> !replacement.replaces().contains(id))
          .forEach(id -> before.addAll(at(byId, id)));
    }
  }

  private void resolve(
      MigrationFile file,
      String name,
      boolean orLabel,
      Set<Integer> runs,
      Set<Integer> mustBeApplied) {
    List<Integer> named = byId.getOrDefault(name, orLabel ? at(byLabel, name) : List.of());
    // On an empty database the replacement runs; elsewhere those that it replaces may go on.
    List<Integer> instead =
        at(replacements, name).stream()
            .filter(at -> !files.get(at).replaces().contains(file.id()))
            .filter(at -> files.get(at) != file)
            .toList();
    runs.addAll(named);
    runs.addAll(instead);
    named.stream()
        .map(files::get)
        .filter(other -> !other.replaces().contains(file.id()))
        .forEach(other -> other.replaces().forEach(id -> runs.addAll(at(byId, id))));
    mustBeApplied.addAll(named.isEmpty() ? instead : named);
    if (named.isEmpty() && instead.isEmpty()) {
      missing.add(new MissingParent(file, name));
    }
  }

  private static List<Integer> at(Map<String, List<Integer>> names, String name) {
    return names.getOrDefault(name, List.of());
  }

  private static int[] array(Collection<Integer> places) {
    return places.isEmpty() ? NONE : places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whose predecessor it names as such. */
  int[][] parents() {
    return parents;
  }

  /** What else must be applied before it. */
  int[][] further() {
    return further;
  }

  /** What must have been applied if it was. */
  int[][] follows() {
    return follows;
  }

  /** What runs before it: also what stands for a parent. */
  int[][] runsAfter() {
    return runsAfter;
  }

  List<MissingParent> missing() {
    return missing;
  }

  List<Integer> files(String id) {
    return at(byId, id);
  }

  /** Files that stand for a migration, whether its own file still exists or not. */
  List<Integer> replacements(String id) {
    return at(replacements, id);
  }
}
