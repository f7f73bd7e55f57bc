package dev.dbpreflight.diff;

import java.util.Locale;

/**
 * A side of the schema that environments differ in for good reasons. Snapshots always hold all of them;
 * they are compared only where somebody asks for it.
 */
public enum Aspect {
  OWNERS,
  GRANTS,
  COMMENTS,
  COLUMN_ORDER,
  STORAGE,
  EXTENSION_VERSIONS,
  PARTITIONS,
  NOT_NULL_NAMES;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As options and files spell it: "column-order". */
  public String token() {
    return token;
  }
}
