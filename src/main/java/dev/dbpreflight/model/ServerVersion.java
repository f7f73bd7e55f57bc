package dev.dbpreflight.model;

/**
 * The version of the server, or of the library that reads the file for SQLite.
 *
 * @param major what decides about compatibility: 17 in PostgreSQL 17.2, 3 in SQLite 3.50.1
 * @param minor 2 in PostgreSQL 17.2, 50 in SQLite 3.50.1
 * @param text as the server says it, for people
 */
public record ServerVersion(int major, int minor, String text)
    implements Comparable<ServerVersion> {

  @Override
  public int compareTo(ServerVersion other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return text;
  }
}
