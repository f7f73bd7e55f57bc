package dev.dbpreflight.rules;

/**
 * Evidence that a rule cannot do without; where it is missing, the rule is reported as not checked.
 * A rule that holds the target against what a user says has no question where nothing was said: it
 * is left out then, for it would pass without having looked at anything.
 */
public enum Need {
  /** A backup that the user names: left out where none is named. */
  BACKUP,
  /** How old the user says that it may be: left out likewise. */
  BACKUP_AGE,
  /** A file to look into: left out where none is named, or a command that tells about it. */
  BACKUP_FILE,
  /** That the user wants it restored: left out likewise. */
  BACKUP_RESTORE,
  /** A schema that the target should have at this moment: see {@link Evidence#baseline()}. */
  EXPECTED_SCHEMA,
  /** The migration files of the release: see {@link Evidence#migrations()}. */
  MIGRATIONS,
  /** What the user says that a target at rest should record: left out where nothing was said. */
  EXPECTED_REVISION,
  /** How many tables the user says that a target at rest should have: left out likewise. */
  EXPECTED_TABLES,
  /** How large the user says that the database may be: left out where nothing was said. */
  STATED_STORAGE,
  /**
   * How waivers ended: see {@link Evidence#waivers}. Such a rule runs after all others, and is left
   * out where nothing is waived: it has nothing to say then.
   */
  WAIVERS
}
