package dev.dbpreflight.model;

import java.util.Locale;

/**
 * Every kind of object that the model covers, in the order in which reports and snapshots list
 * them.
 */
public enum ObjectKind {
  /** The database itself: never an object of a schema model, but findings point at it. */
  DATABASE,
  SCHEMA,
  EXTENSION,
  ENUM,
  COMPOSITE_TYPE,
  DOMAIN,
  RANGE,
  COLLATION,
  SEQUENCE,
  TABLE,
  COLUMN,
  PRIMARY_KEY,
  UNIQUE,
  FOREIGN_KEY,
  CHECK,
  EXCLUSION,
  INDEX,
  TRIGGER,
  POLICY,
  RULE,
  VIEW,
  MATERIALIZED_VIEW,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  CAST,
  STATISTICS,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  EVENT_TRIGGER,
  PUBLICATION,
  SUBSCRIPTION,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_SERVER,
  USER_MAPPING,
  DEFAULT_PRIVILEGES;

  private final String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  private final String token = words.replace(' ', '-');

  /** For people: "foreign key". */
  public String words() {
    return words;
  }

  /** For files, options and JSON: "foreign-key". */
  public String token() {
    return token;
  }
}
