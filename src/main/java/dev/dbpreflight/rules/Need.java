package dev.dbpreflight.rules;

/**
 * Evidence that a rule cannot do without; where it is missing, the rule is reported as not checked.
 */
public enum Need {
  /** A schema that the target should have at this moment: see {@link Evidence#baseline()}. */
  EXPECTED_SCHEMA,
  /** The migration files of the release: see {@link Evidence#migrations()}. */
  MIGRATIONS,
  /**
   * How waivers ended: see {@link Evidence#waivers}. Such a rule runs after all others, and is left
   * out where nothing is waived: it has nothing to say then.
   */
  WAIVERS
}
