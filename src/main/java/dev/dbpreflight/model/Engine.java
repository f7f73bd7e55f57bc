package dev.dbpreflight.model;

import java.util.Locale;

/** The database engines, equals. */
public enum Engine {
  POSTGRESQL("PostgreSQL"),
  SQLITE("SQLite");

  private final String title;
  private final String token = name().toLowerCase(Locale.ROOT);

  Engine(String title) {
    this.title = title;
  }

  /** As files and options spell it. */
  public String token() {
    return token;
  }

  /** The engine's own spelling of its name. */
  public String title() {
    return title;
  }
}
