package dev.dbpreflight.conditions;

/** What conditions are about, so that a rule can tell which unread facts are its own. */
public enum Topic {
  /** See {@link Conditions#server()}. */
  SERVER_MODE
}
