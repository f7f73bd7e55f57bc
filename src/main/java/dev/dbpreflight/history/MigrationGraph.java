package dev.dbpreflight.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.dbpreflight.history.MigrationFile.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the migrations of a release follow each other. Files that do not say what they follow do so
 * in the order of {@link Migrations#files()}. Never throws: what no tool would run still has heads
 * and an order.
 */
public final class MigrationGraph {
  private final Migrations migrations;
  private final MigrationTool tool;
  private final List<MigrationFile> files;
  private final boolean linear;
  private final Links links;
  private final Components components;

  /**
   * A migration that a file follows or depends on, and that no file has.
   *
   * @param parent as the file spells it
   */
  public record MissingParent(MigrationFile file, String parent) {}

  private MigrationGraph(Migrations migrations) {
    this.migrations = migrations;
    this.tool = migrations.tool();
    this.files = migrations.files();
    this.linear =
        tool != MigrationTool.ALEMBIC
            && tool != MigrationTool.DJANGO
            && files.stream().allMatch(file -> file.parents().isEmpty());
    this.links = new Links(files, linear);
    this.components = new Components(links.runsAfter());
  }

  public static MigrationGraph of(Migrations migrations) {
    return new MigrationGraph(migrations);
  }

  /** What it was made of. */
  public Migrations migrations() {
    return migrations;
  }

  /** Whether no file says what it follows, so that there is one line without branches. */
  public boolean isLinear() {
    return linear;
  }

  /**
   * Ids that no file has as a parent, sorted. That another one depends on it does not make a
   * migration less of a head; that another one replaces it does.
   */
  public List<String> heads() {
    return headFiles().stream().mapToObj(at -> files.get(at).id()).distinct().sorted().toList();
  }

  /**
   * Groups of heads between which the tool does not choose by itself, each sorted: of Alembic all
   * of them where there are several, of Django those of one application.
   */
  public List<List<String>> rivalHeads() {
    Map<String, List<String>> groups =
        heads().stream().collect(groupingBy(this::line, TreeMap::new, toList()));
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private String line(String id) {
    return tool == MigrationTool.DJANGO ? id.substring(0, Math.max(0, id.indexOf('.'))) : "";
  }

  private BitSet headFiles() {
    BitSet heads = new BitSet();
    for (int at = 0; at < files.size(); at++) {
      MigrationFile file = files.get(at);
      heads.set(at, file.kind() != Kind.REPEATABLE && links.replacements(file.id()).isEmpty());
    }
    for (int[] parents : links.parents()) {
      for (int parent : parents) {
        heads.clear(parent);
      }
    }
    return heads;
  }

  /** In the order of the files. */
  public List<MissingParent> missingParents() {
    return List.copyOf(links.missing());
  }

  /** Ids of files of which each must run before each, also one before itself; sorted. */
  public List<List<String>> cycles() {
    return components.circles().stream()
        .map(circle -> circle.stream().map(at -> files.get(at).id()).distinct().sorted().toList())
        .sorted(Comparator.comparing(List::getFirst))
        .toList();
  }

  /** Files of the same kind that share an id, in the order of the files. */
  public List<List<MigrationFile>> duplicates() {
    record Key(String id, Kind kind) {}
    Map<Key, List<MigrationFile>> groups = new LinkedHashMap<>();
    for (MigrationFile file : files) {
      groups.computeIfAbsent(new Key(file.id(), file.kind()), key -> new ArrayList<>()).add(file);
    }
    return groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }

  /**
   * These migrations, all that they follow or depend on, what each of them stands for, and what
   * stands for them altogether. Ids that nothing here knows are ignored.
   */
  public Set<String> upTo(Collection<String> revisions) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(revisions);
    Map<Integer, Integer> replacedSoFar = new HashMap<>();
    while (!open.isEmpty()) {
      String id = open.pop();
      List<Integer> standing = links.replacements(id);
      if ((links.files(id).isEmpty() && standing.isEmpty()) || !reached.add(id)) {
        continue;
      }
      for (int at : links.files(id)) {
        open.addAll(files.get(at).replaces());
        for (int before : links.follows()[at]) {
          open.push(files.get(before).id());
        }
      }
      for (int at : standing) {
        MigrationFile file = files.get(at);
        if (replacedSoFar.merge(at, 1, Integer::sum) == file.replaces().size()) {
          open.push(file.id());
        }
      }
    }
    return reached;
  }

  /**
   * All files in an order in which they can run: whatever a file follows or depends on comes before
   * it, except where that leads in a circle. Ties are broken as the tool does.
   */
  public List<MigrationFile> inOrder() {
    BitSet all = new BitSet();
    all.set(0, files.size());
    return pick(all, all);
  }

  /**
   * The files that the tool would still run, in its order. A migration that replaces others runs
   * instead of them where none of them was applied, counts as applied where all were, and is passed
   * over where some were.
   *
   * @param applied what counts as applied; of Alembic, whose table only has heads, also all that
   *     they follow
   */
  public List<MigrationFile> pending(Collection<String> applied) {
    Set<String> done = tool == MigrationTool.ALEMBIC ? upTo(applied) : Set.copyOf(applied);
    BitSet left = new BitSet();
    BitSet wanted = new BitSet();
    for (int at = 0; at < files.size(); at++) {
      MigrationFile file = files.get(at);
      boolean replaced =
          links.replacements(file.id()).stream().anyMatch(other -> takesOver(other, done));
      boolean replaces = !file.replaces().isEmpty();
      left.set(at, !replaced && (!replaces || takesOver(at, done)));
      boolean isDone = replaces ? done.containsAll(file.replaces()) : done.contains(file.id());
      wanted.set(at, left.get(at) && !isDone);
    }
    return pick(wanted, left);
  }

  private boolean takesOver(int replacement, Set<String> done) {
    List<String> replaced = files.get(replacement).replaces();
    return replaced.stream().noneMatch(done::contains) || done.containsAll(replaced);
  }

  private List<MigrationFile> pick(BitSet wanted, BitSet left) {
    return order(left).of(wanted).stream().map(files::get).toList();
  }

  private RunOrder order(BitSet left) {
    if (linear && components.circles().isEmpty()) {
      return RunOrder.AS_LISTED;
    }
    if (tool == MigrationTool.DJANGO) {
      return new DepthFirstOrder(
          files, components.withoutCircles(links.runsAfter()), headFiles(), left);
    }
    return new BranchOrder(
        components.withoutCircles(links.parents()), components.withoutCircles(links.further()));
  }
}
