package dev.dbpreflight.history;

import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.MigrationFile.Kind;
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
  private final Map<String, String> byLabel = new HashMap<>();
  private final Map<String, String> byStem = new HashMap<>();

  /** By the ids under which other versions of the tool would have recorded them. */
  private final Map<String, String> byOtherId = new HashMap<>();

  private final Set<String> lines = new HashSet<>();
  private final Set<String> begun;
  private final Set<String> done;
  private final String baseline;

  HistoryMatcher(Optional<History> history, MigrationGraph graph) {
    this.history = history;
    this.graph = graph;
    this.migrations = graph.migrations();
    this.tool = migrations.tool();
    for (MigrationFile file : migrations.files()) {
      files.putIfAbsent(file.id(), file);
      replaced.addAll(file.replaces());
      lines.add(UnknownIds.line(tool, file.id()));
      if (tool != MigrationTool.ALEMBIC) {
        // Alembic's are names of branches; others' are what older versions of the tool recorded.
        file.labels().forEach(label -> byLabel.putIfAbsent(label, file.id()));
      }
      if (isScript()) {
        byStem.putIfAbsent(stem(file.id()), file.id());
      }
      if (tool == MigrationTool.LIQUIBASE) {
        file.labels().forEach(label -> byOtherId.putIfAbsent(label, file.id()));
      }
    }
    history.stream()
        .flatMap(found -> found.applied().stream())
        .forEach(one -> recorded.put(spelled(one.id()), one));
    this.begun =
        history.stream()
            .flatMap(found -> found.troubles().stream())
            .map(trouble -> spelled(trouble.migration()))
            .collect(toSet());
    this.done = done();
    this.baseline = baseline();
  }

  /** A history that is either tool's has ids as none of them spells them. */
  private String spelled(String id) {
    if (files.containsKey(id)) {
      return id;
    }
    if (byLabel.containsKey(id)) {
      return byLabel.get(id);
    }
    if (isScript()) {
      return byStem.getOrDefault(stem(id), id);
    }
    if (tool == MigrationTool.LIQUIBASE && !files.containsKey(id)) {
      return byOtherId.getOrDefault(id, id);
    }
    return history.orElseThrow().tool() == tool ? id : MigrationId.of(tool, id);
  }

  /** What is written in TypeScript may be run, and recorded, as the JavaScript made of it. */
  private boolean isScript() {
    return tool == MigrationTool.KNEX || tool == MigrationTool.SEQUELIZE;
  }

  private static String stem(String name) {
    return name.replaceFirst("\\.[cm]?[jt]s$", "");
  }

  Standing standing() {
    if (history.filter(found -> !found.unread().isEmpty()).isPresent()) {
      return Standing.unknown(migrations, history);
    }
    UnknownIds unknown =
        new UnknownIds(
            history.map(History::recording).orElse(tool.recording()),
            migrations,
            unknown(),
            List.copyOf(recorded.keySet()));
    Set<MigrationFile> leftOut = leftOut(unknown.newestMissing(tool));
    return new Standing(
        migrations,
        history,
        migrations.files().stream().filter(this::isDone).toList(),
        pending(leftOut),
        List.copyOf(leftOut),
        unknown.ahead(),
        unknown.missing(),
        unknown.pruned(),
        migrations.files().stream().filter(this::isEdited).toList(),
        migrations.files().stream().filter(this::isTorn).toList());
  }

  /** Ids that count as applied, by what the rows of this history mean. */
  private Set<String> done() {
    Set<String> ids = new HashSet<>(recorded.keySet());
    if (history.isPresent()) {
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

  /** A tool that keeps one number has done all before one that it began with. */
  private boolean isReached(String id) {
    return begun.stream().anyMatch(next -> IdOrder.isAfter(next, id))
        || recorded.keySet().stream().anyMatch(last -> !IdOrder.isAfter(id, last));
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
    return tool != MigrationTool.DJANGO || lines.contains(UnknownIds.line(tool, id));
  }

  private Stream<MigrationFile> versioned() {
    return migrations.files().stream().filter(file -> file.kind() == Kind.VERSIONED);
  }

  /** Files that came too late for a tool that only goes forward. */
  private Set<MigrationFile> leftOut(String newestMissing) {
    List<MigrationFile> inOrder = versioned().toList();
    int lastDone = inOrder.size() - 1;
    while (lastDone >= 0 && !isDone(inOrder.get(lastDone))) {
      lastDone--;
    }
    Set<MigrationFile> leftOut = new LinkedHashSet<>();
    for (int at = 0; at < inOrder.size(); at++) {
      MigrationFile file = inOrder.get(at);
      if ((at < lastDone || IdOrder.isAfter(newestMissing, file.id()))
          && Discipline.leavesOut(tool, file.id())
          && !isDone(file)
          && !begun.contains(file.id())
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
        .filter(file -> !begun.contains(file.id()))
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
