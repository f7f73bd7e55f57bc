package dev.dbpreflight.conditions;

/**
 * The pages that a database file consists of.
 *
 * @param size bytes of one page
 * @param count pages in all, the write-ahead log included
 * @param free pages that hold nothing, because what was in them was deleted
 * @param autoVacuum free pages are given back, or can be without copying the file
 */
public record FilePages(long size, long count, long free, boolean autoVacuum) {
  /**
   * No file can have more pages, whatever their size: before SQLite 3.45, unless told otherwise.
   */
  public static final long MOST = 1_073_741_823;

  public long freeBytes() {
    return free * size;
  }

  /** From 0 to 1; 0 for an empty file. */
  public double freeShare() {
    return count == 0 ? 0 : (double) free / count;
  }
}
