package dev.dbpreflight.introspect;

/** What became of a query that a user wrote. */
public sealed interface UserAnswer {

  /** The characters of a value that are read; the rest is cut off. */
  int LENGTH = 10_000;

  /** The only value of the only row. */
  record One(Kind kind, String text) implements UserAnswer {}

  /** There is no row. */
  record None() implements UserAnswer {}

  /** There is more than one row: which of them was meant? */
  record Several() implements UserAnswer {}

  /** The database did not run the query, or was not asked to. */
  record NotRun(String reason, String remedy) implements UserAnswer {}

  /** What a value is, whatever its type is called. */
  enum Kind {
    NUMBER,
    TEXT,
    /** With the text "true" or "false". */
    TRUTH,
    NULL
  }
}
