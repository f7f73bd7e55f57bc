package dev.dbpreflight.history;

import dev.dbpreflight.model.Engine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One migration of a release, read from its file without running it.
 *
 * @param id as {@link MigrationId} spells it and a history would record it
 * @param name what people call it: a file's name or a change set's, for messages
 * @param parents ids that it directly follows, for tools whose files say so; empty for the first
 *     one, and for tools whose files follow each other in order
 * @param dependsOn further ids that must be applied before it
 * @param labels names of branches, other names by which files refer to it, or ids under which other
 *     versions of the tool would have recorded it
 * @param replaces ids that it stands for, once all of them are applied
 * @param path from the migrations' folder, with "/" between its parts
 * @param line where it begins in its file, from 1; several migrations may share a file
 * @param checksums every spelling of its checksum that the tool would accept in its history; empty
 *     when the tool keeps none or it cannot be computed
 * @param scope where and when the tool runs it at all
 */
public record MigrationFile(
    String id,
    String name,
    List<String> parents,
    List<String> dependsOn,
    List<String> labels,
    List<String> replaces,
    String path,
    int line,
    Kind kind,
    List<String> checksums,
    boolean transactional,
    WayDown wayDown,
    Scope scope) {

  /** How often a migration runs. */
  public enum Kind {
    /** Once, in its place. */
    VERSIONED,
    /** Again whenever it has changed, after the versioned ones. */
    REPEATABLE,
    /** Instead of those before it, on a database without a history. */
    BASELINE
  }

  /** Whether the migration can be taken back. */
  public enum WayDown {
    PRESENT,
    ABSENT,
    /** The tool has none, or the file must be run to know. */
    UNKNOWN
  }

  /**
   * Which runs of the tool a migration is part of.
   *
   * @param engines whose databases it is for; none when it is for other products, or left out
   * @param chosen whether a run may leave it out by its options, like Liquibase's contexts and
   *     labels: then it is not pending just because no history has it
   */
  public record Scope(Set<Engine> engines, boolean chosen) {
    /** Part of every run. */
    public static final Scope ALWAYS = new Scope(EnumSet.allOf(Engine.class), false);

    public Scope {
      engines = Set.copyOf(engines);
    }

    /** Whether every run on such a database applies it. */
    public boolean due(Engine engine) {
      return engines.contains(engine) && !chosen;
    }
  }

  public MigrationFile {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    replaces = List.copyOf(replaces);
    checksums = List.copyOf(checksums);
  }

  /** A migration that is part of every run. */
  public MigrationFile(
      String id,
      String name,
      List<String> parents,
      List<String> dependsOn,
      List<String> labels,
      List<String> replaces,
      String path,
      int line,
      Kind kind,
      List<String> checksums,
      boolean transactional,
      WayDown wayDown) {
    this(
        id,
        name,
        parents,
        dependsOn,
        labels,
        replaces,
        path,
        line,
        kind,
        checksums,
        transactional,
        wayDown,
        Scope.ALWAYS);
  }

  /** A migration in a line of them, with nothing special about it. */
  public static MigrationFile versioned(String id, String path) {
    return new MigrationFile(
        id,
        path,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        path,
        1,
        Kind.VERSIONED,
        List.of(),
        true,
        WayDown.UNKNOWN);
  }

  /** With another name than its path. */
  public MigrationFile called(String other) {
    return with(draft -> draft.name = other);
  }

  public MigrationFile dependingOn(List<String> ids) {
    return with(draft -> draft.dependsOn = ids);
  }

  public MigrationFile labelled(List<String> names) {
    return with(draft -> draft.labels = names);
  }

  public MigrationFile ofKind(Kind other) {
    return with(draft -> draft.kind = other);
  }

  public MigrationFile following(List<String> newParents) {
    return with(draft -> draft.parents = newParents);
  }

  public MigrationFile withChecksums(List<String> all) {
    return with(draft -> draft.checksums = all);
  }

  public MigrationFile withTransaction(boolean inTransaction) {
    return with(draft -> draft.transactional = inTransaction);
  }

  public MigrationFile withWayDown(WayDown down) {
    return with(draft -> draft.wayDown = down);
  }

  private MigrationFile with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new MigrationFile(
        id,
        draft.name,
        draft.parents,
        draft.dependsOn,
        draft.labels,
        replaces,
        path,
        line,
        draft.kind,
        draft.checksums,
        draft.transactional,
        draft.wayDown,
        scope);
  }

  /** What may be said of a file after the rest is known. */
  private static final class Draft {
    private String name;
    private List<String> parents;
    private List<String> dependsOn;
    private List<String> labels;
    private Kind kind;
    private List<String> checksums;
    private boolean transactional;
    private WayDown wayDown;

    Draft(MigrationFile file) {
      name = file.name;
      parents = file.parents;
      dependsOn = file.dependsOn;
      labels = file.labels;
      kind = file.kind;
      checksums = file.checksums;
      transactional = file.transactional;
      wayDown = file.wayDown;
    }
  }
}
