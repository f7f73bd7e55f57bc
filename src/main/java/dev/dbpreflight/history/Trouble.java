package dev.dbpreflight.history;

/**
 * A migration that did not end well, as the history itself records it.
 *
 * @param migration as {@link MigrationId} spells it; empty when the table does not say which
 * @param detail what the tool wrote down about it, its first line; empty when it wrote nothing
 */
public record Trouble(Kind kind, String migration, String detail) implements Comparable<Trouble> {

  /** What the history says about it. */
  public enum Kind {
    /** It failed, and the tool refuses to go on until somebody repairs it. */
    FAILED,
    /** The tool marked the database before it began and did not take the mark away. */
    DIRTY,
    /** It was started and has not ended: it runs now, or its process died. */
    UNFINISHED
  }

  @Override
  public int compareTo(Trouble other) {
    int byMigration = migration.compareTo(other.migration);
    return byMigration != 0 ? byMigration : kind.compareTo(other.kind);
  }
}
