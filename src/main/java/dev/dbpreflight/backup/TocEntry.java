package dev.dbpreflight.backup;

import dev.dbpreflight.model.ObjectName;

/**
 * One line of an archive's table of contents.
 *
 * @param kind as the archive says it: "TABLE", "TABLE DATA"
 * @param copied its rows are kept as COPY; else as INSERT statements
 * @param hasData whether a block of data belongs to it
 * @param offset where that block begins; 0 when it was not written down
 * @param file that holds the data, in a folder or a tar archive; empty when there is none
 */
record TocEntry(
    int id,
    String kind,
    ObjectName name,
    boolean copied,
    boolean hasData,
    long offset,
    String file) {

  boolean isTable() {
    return kind.equals("TABLE") || kind.equals("FOREIGN TABLE");
  }

  boolean isTableData() {
    return kind.equals("TABLE DATA");
  }

  boolean isLargeObjects() {
    return kind.equals("BLOBS");
  }

  /** For messages. */
  String title() {
    return isTableData() ? "the rows of table \"" + name + "\"" : "\"" + kind + "\"";
  }
}
