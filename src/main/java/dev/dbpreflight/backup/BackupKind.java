package dev.dbpreflight.backup;

/** What a file turned out to be. */
public enum BackupKind {
  CUSTOM("pg_dump archive (custom)"),
  DIRECTORY("pg_dump archive (directory)"),
  TAR("pg_dump archive (tar)"),
  SCRIPT("SQL script of pg_dump"),
  SQLITE("SQLite database"),
  OTHER("unknown");

  private final String title;

  BackupKind(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }

  /** Whether it can only come from a PostgreSQL server. */
  public boolean ofPostgres() {
    return switch (this) {
      case CUSTOM, DIRECTORY, TAR, SCRIPT -> true;
      case SQLITE, OTHER -> false;
    };
  }
}
