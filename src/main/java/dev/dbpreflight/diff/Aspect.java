package dev.dbpreflight.diff;

import java.util.Locale;

/**
 * A side of the schema that environments differ in for good reasons. Snapshots always hold all of
 * them; they are compared only where somebody asks for it.
 */
public enum Aspect {
  /** Who owns an object. */
  OWNERS,
  /** Privileges on objects and columns, and default privileges. */
  GRANTS,
  /** Comments on objects and their parts. */
  COMMENTS,
  /** The order of columns, counted among those that both sides have. */
  COLUMN_ORDER,
  /**
   * How data is kept and planned for without a change of meaning: access method, tablespace,
   * storage parameters, storage and compression of a column, statistics targets, the index to
   * cluster on.
   */
  STORAGE,
  /** Which version of an extension is installed. */
  EXTENSION_VERSIONS,
  /** Which schema an extension is installed in. */
  EXTENSION_SCHEMAS,
  /** The partitions of partitioned tables; without it they are left out on both sides. */
  PARTITIONS,
  /** The names of NOT NULL constraints, where both servers have them. */
  NOT_NULL_NAMES;

  private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** As options and files spell it: "column-order". */
  public String token() {
    return token;
  }
}
