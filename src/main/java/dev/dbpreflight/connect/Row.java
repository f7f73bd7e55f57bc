package dev.dbpreflight.connect;

import java.util.List;

/** The current row of an answer; columns are addressed by their label in the query. */
public interface Row {

  /** The value as text; null for NULL. */
  String text(String column);

  /** The value as text; empty for NULL. */
  String textOrEmpty(String column);

  /** True for a true boolean (SQLite: a number that is not 0); false for NULL. */
  boolean flag(String column);

  /** The value as a whole number; 0 for NULL. */
  long number(String column);

  /**
   * A one-dimensional text array (PostgreSQL {@code text[]}) in its order; empty for NULL. NULL
   * elements are null.
   */
  List<String> texts(String column);

  boolean isNull(String column);
}
