package dev.dbpreflight.history;

import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationTool.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds one history against the files of its tool. */
final class HistoryMatcher {
  private final Optional<History> history;
  private final Migrations migrations;
  private final MigrationTool tool;
  private final MigrationGraph graph;
  private final Map<String, MigrationFile> files = new LinkedHashMap<>();
  private final Map<String, AppliedMigration> recorded = new LinkedHashMap<>();
  private final Set<String> replaced = new HashSet<>();
  private final Set<String> done;
  private final String baseline;

  HistoryMatcher(Optional<History> history, Migrations migrations) {
    this.history = history;
    this.migrations = migrations;
    this.tool = migrations.tool();
    this.graph = MigrationGraph.of(migrations);
    for (MigrationFile file : migrations.files()) {
      files.putIfAbsent(file.id(), file);
      replaced.addAll(file.replaces());
    }
    history.stream()
        .flatMap(found -> found.applied().stream())
        .forEach(one -> recorded.put(MigrationId.of(tool, one.id()), one));
    this.done = done();
    this.baseline = baseline();
  }

  Standing standing() {
    if (history.filter(found -> !found.unread().isEmpty()).isPresent()) {
      return new Standing(
          migrations,
          history,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    List<String> unknown = unknown();
    Set<String> ahead = ahead(unknown);
    Set<MigrationFile> leftOut = leftOut(unknown);
    return new Standing(
        migrations,
        history,
        migrations.files().stream().filter(this::isDone).toList(),
        pending(leftOut),
        List.copyOf(leftOut),
        List.copyOf(ahead),
        unknown.stream().filter(id -> !ahead.contains(id)).toList(),
        migrations.files().stream().filter(this::isEdited).toList(),
        migrations.files().stream().filter(this::isTorn).toList());
  }

  /** Ids that count as applied, by what the rows of this history mean. */
  private Set<String> done() {
    Set<String> ids = new HashSet<>(recorded.keySet());
    if (!recorded.isEmpty()) {
      switch (history.orElseThrow().recording()) {
        case SET -> withReplacements(ids);
        case HEADS -> ids.addAll(graph.upTo(recorded.keySet()));
        case LAST ->
            migrations.files().stream()
                .map(MigrationFile::id)
                .filter(this::isReached)
                .forEach(ids::add);
      }
    }
    return ids;
  }

  /** A file that replaces others is applied when all of them are, whatever is said about itself. */
  private void withReplacements(Set<String> ids) {
    for (MigrationFile file : migrations.files()) {
      if (!file.replaces().isEmpty()) {
        if (ids.containsAll(file.replaces())) {
          ids.add(file.id());
        } else if (file.replaces().stream().anyMatch(ids::contains)) {
          ids.remove(file.id());
        }
      }
    }
  }

  private boolean isReached(String id) {
    return recorded.keySet().stream().anyMatch(last -> !IdOrder.isAfter(id, last));
  }

  private boolean isDone(MigrationFile file) {
    return done.contains(file.id()) && file.kind() != Kind.BASELINE
        || recorded.containsKey(file.id());
  }

  private List<String> unknown() {
    return recorded.keySet().stream()
        .filter(id -> !files.containsKey(id) && !replaced.contains(id))
        .filter(id -> !isMark(recorded.get(id)))
        .filter(this::isOfTheRelease)
        .toList();
  }

  /** A baseline or a tag is the tool's own row: it needs no file. */
  private boolean isMark(AppliedMigration row) {
    return row.origin() == Origin.RECORDED
        && (tool == MigrationTool.FLYWAY || tool == MigrationTool.LIQUIBASE);
  }

  /** Applications of Django that come with packages have rows, and no files in the project. */
  private boolean isOfTheRelease(String id) {
    String application = application(id);
    return application.isEmpty()
        || files.keySet().stream().anyMatch(file -> application(file).equals(application));
  }

  private String application(String id) {
    return tool == MigrationTool.DJANGO ? id.substring(0, id.indexOf('.') + 1) : "";
  }

  private Set<String> ahead(List<String> unknown) {
    if (unknown.isEmpty() || history.orElseThrow().recording() == Recording.HEADS) {
      return new LinkedHashSet<>(unknown);
    }
    Set<String> ahead = new LinkedHashSet<>(unknown);
    if (Discipline.ordersById(tool)) {
      Map<String, String> newest = new HashMap<>();
      versioned().forEach(file -> newest.merge(application(file.id()), file.id(), IdOrder::newer));
      ahead.removeIf(id -> !IdOrder.isAfter(id, newest.getOrDefault(application(id), "")));
    } else {
      List<String> inTime = List.copyOf(recorded.keySet());
      for (int last = inTime.size() - 1; last >= 0; last--) {
        if (files.containsKey(inTime.get(last))) {
          inTime.subList(0, last).forEach(ahead::remove);
          break;
        }
      }
    }
    return ahead;
  }

  private Stream<MigrationFile> versioned() {
    return migrations.files().stream().filter(file -> file.kind() == Kind.VERSIONED);
  }

  /** Files that came too late for a tool that only goes forward. */
  private Set<MigrationFile> leftOut(List<String> unknown) {
    List<MigrationFile> inOrder = versioned().toList();
    int lastDone = inOrder.size() - 1;
    while (lastDone >= 0 && !isDone(inOrder.get(lastDone))) {
      lastDone--;
    }
    String newest = unknown.stream().reduce("", IdOrder::newer);
    Set<MigrationFile> leftOut = new LinkedHashSet<>();
    for (int at = 0; at < inOrder.size(); at++) {
      MigrationFile file = inOrder.get(at);
      if ((at < lastDone || IdOrder.isAfter(newest, file.id()))
          && Discipline.leavesOut(tool, file.id())
          && !isDone(file)
          && !isBelowBaseline(file)) {
        leftOut.add(file);
      }
    }
    return leftOut;
  }

  private List<MigrationFile> pending(Set<MigrationFile> leftOut) {
    List<MigrationFile> pending = new ArrayList<>();
    Optional<MigrationFile> start = recorded.isEmpty() ? newestBaseline() : Optional.empty();
    start.ifPresent(pending::add);
    graph.pending(done).stream()
        .filter(file -> file.kind() == Kind.VERSIONED)
        .filter(file -> !isBelowBaseline(file) && !leftOut.contains(file))
        .filter(file -> start.isEmpty() || IdOrder.isAfter(file.id(), start.get().id()))
        .forEach(pending::add);
    migrations.files().stream().filter(this::runsAgain).forEach(pending::add);
    return pending;
  }

  /** On a database without a history, Flyway begins with the newest of its baseline files. */
  private Optional<MigrationFile> newestBaseline() {
    return migrations.files().stream()
        .filter(file -> file.kind() == Kind.BASELINE)
        .max(Comparator.comparing(MigrationFile::id, IdOrder.BY_ID));
  }

  private boolean runsAgain(MigrationFile file) {
    return file.kind() == Kind.REPEATABLE
        && (!recorded.containsKey(file.id()) || hasOtherChecksum(file));
  }

  /** What a baseline stands for is neither run nor missed. */
  private boolean isBelowBaseline(MigrationFile file) {
    return !baseline.isEmpty() && !IdOrder.isAfter(file.id(), baseline);
  }

  /** The newest version that Flyway was told, or has written, to begin after; empty without one. */
  private String baseline() {
    Set<String> ofFiles =
        migrations.files().stream()
            .filter(file -> file.kind() == Kind.BASELINE)
            .map(MigrationFile::id)
            .collect(toSet());
    return recorded.values().stream()
        .filter(row -> tool == MigrationTool.FLYWAY)
        .filter(row -> row.origin() == Origin.RECORDED || ofFiles.contains(row.id()))
        .map(AppliedMigration::id)
        .reduce("", IdOrder::newer);
  }

  private boolean isEdited(MigrationFile file) {
    return file.kind() == Kind.VERSIONED && hasOtherChecksum(file);
  }

  private boolean hasOtherChecksum(MigrationFile file) {
    AppliedMigration row = recorded.get(file.id());
    if (row == null || row.checksum().isEmpty() || row.origin() == Origin.RECORDED) {
      return false;
    }
    List<String> comparable =
        file.checksums().stream()
            .filter(sum -> algorithm(sum).equals(algorithm(row.checksum())))
            .toList();
    return !comparable.isEmpty() && !comparable.contains(row.checksum());
  }

  /** Liquibase writes the version of its algorithm in front: other versions cannot be compared. */
  private String algorithm(String checksum) {
    return tool == MigrationTool.LIQUIBASE
        ? checksum.substring(0, Math.max(0, checksum.indexOf(':')))
        : "";
  }

  private boolean isTorn(MigrationFile file) {
    return file.replaces().stream().anyMatch(recorded::containsKey)
        && !recorded.keySet().containsAll(file.replaces());
  }
}
