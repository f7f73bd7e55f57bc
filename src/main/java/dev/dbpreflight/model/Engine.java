package dev.dbpreflight.model;

/** The database engines, equals. */
public enum Engine {
  POSTGRESQL("PostgreSQL"),
  SQLITE("SQLite");

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  /** The engine's own spelling of its name. */
  public String title() {
    return title;
  }
}
