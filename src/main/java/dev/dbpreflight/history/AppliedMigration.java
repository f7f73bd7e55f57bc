package dev.dbpreflight.history;

/**
 * One migration that a history counts as applied.
 *
 * @param id as {@link MigrationId} spells it, so that it can be held against a file's
 * @param checksum of the file when it was applied, as the tool stores it; empty when it stores none
 */
public record AppliedMigration(String id, String checksum, Origin origin) {

  /** How it came into the history. */
  public enum Origin {
    /** It was run, as far as anybody can tell: many tools cannot. */
    RUN,
    /** It was recorded without being run: a baseline, a mark, a stamp. */
    RECORDED
  }

  /** A migration that was run, of a tool that stores no checksum. */
  public static AppliedMigration of(String id) {
    return new AppliedMigration(id, "", Origin.RUN);
  }
}
