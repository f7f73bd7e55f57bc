package dev.dbpreflight.conditions;

/** What conditions are about, so that a rule can tell which unread facts are its own. */
public enum Topic {
  /** See {@link Capacity#archiver()}. */
  ARCHIVER,
  /** See {@link Capacity#connections()}. */
  CONNECTIONS,
  /** See {@link Capacity#database()}. */
  DATABASE_SIZE,
  /** See {@link Capacity#slots()}. */
  REPLICATION_SLOTS,
  /** See {@link Conditions#server()}. */
  SERVER_MODE,
  /** See {@link Capacity#standbys()}. */
  STANDBYS,
  /** See {@link Capacity#tables()}. */
  TABLE_SIZES,
  /** See {@link Capacity#oldest()}. */
  TRANSACTION_AGE
}
