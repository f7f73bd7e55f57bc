package dev.dbpreflight.history;

/** The migration tools whose bookkeeping is recognised. */
public enum MigrationTool {
  ALEMBIC("Alembic"),
  FLYWAY("Flyway");

  private final String title;

  MigrationTool(String title) {
    this.title = title;
  }

  /** The tool's own spelling of its name. */
  public String title() {
    return title;
  }
}
