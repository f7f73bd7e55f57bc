package dev.dbpreflight.history;

import java.util.Locale;

/** What kind of database a deployment meets. */
public enum DatabaseState {
  /** No user objects and no migration tool's table. */
  FRESH,
  /** Only a migration tool's tables. */
  INCOMPLETE,
  /** User objects exist. */
  POPULATED;

  private final String token = name().toLowerCase(Locale.ROOT);

  /** As options, files and reports spell it. */
  public String token() {
    return token;
  }
}
