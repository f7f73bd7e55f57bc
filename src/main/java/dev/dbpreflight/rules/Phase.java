package dev.dbpreflight.rules;

/** When the question is asked. */
public enum Phase {
  /** The release comes next: what its schema has beyond the live one is what it brings. */
  BEFORE_DEPLOY,
  /** No release comes: the live schema should be the expected one, and every difference counts. */
  AT_REST
}
