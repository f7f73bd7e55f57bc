package dev.dbpreflight.history;

import java.util.List;

/**
 * One migration of a release, read from its file without running it.
 *
 * @param id as {@link MigrationId} spells it and a history would record it
 * @param name what people call it: a file's name or a change set's, for messages
 * @param parents ids that it directly follows, for tools whose files say so; empty for the first
 *     one, and for tools whose files follow each other in order
 * @param dependsOn further ids that must be applied before it
 * @param labels names of branches, or other names by which files refer to it
 * @param replaces ids that it stands for, once all of them are applied
 * @param path from the migrations' folder, with "/" between its parts
 * @param line where it begins in its file, from 1; several migrations may share a file
 * @param checksums every spelling of its checksum that the tool would accept in its history; empty
 *     when the tool keeps none or it cannot be computed
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
    WayDown wayDown) {

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

  public MigrationFile {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    labels = List.copyOf(labels);
    replaces = List.copyOf(replaces);
    checksums = List.copyOf(checksums);
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
    return new MigrationFile(
        id,
        other,
        parents,
        dependsOn,
        labels,
        replaces,
        path,
        line,
        kind,
        checksums,
        transactional,
        wayDown);
  }

  public MigrationFile dependingOn(List<String> ids) {
    return new MigrationFile(
        id,
        name,
        parents,
        ids,
        labels,
        replaces,
        path,
        line,
        kind,
        checksums,
        transactional,
        wayDown);
  }

  public MigrationFile labelled(List<String> names) {
    return new MigrationFile(
        id,
        name,
        parents,
        dependsOn,
        names,
        replaces,
        path,
        line,
        kind,
        checksums,
        transactional,
        wayDown);
  }

  public MigrationFile ofKind(Kind other) {
    return new MigrationFile(
        id,
        name,
        parents,
        dependsOn,
        labels,
        replaces,
        path,
        line,
        other,
        checksums,
        transactional,
        wayDown);
  }

  public MigrationFile following(List<String> newParents) {
    return new MigrationFile(
        id,
        name,
        newParents,
        dependsOn,
        labels,
        replaces,
        path,
        line,
        kind,
        checksums,
        transactional,
        wayDown);
  }

  public MigrationFile withChecksums(List<String> all) {
    return new MigrationFile(
        id,
        name,
        parents,
        dependsOn,
        labels,
        replaces,
        path,
        line,
        kind,
        all,
        transactional,
        wayDown);
  }

  public MigrationFile withTransaction(boolean inTransaction) {
    return new MigrationFile(
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
        inTransaction,
        wayDown);
  }

  public MigrationFile withWayDown(WayDown down) {
    return new MigrationFile(
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
        down);
  }
}
