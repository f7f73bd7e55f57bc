package dev.dbpreflight.model;

import java.util.Objects;

/**
 * SQL as the server prints it (an expression, a query, a definition). Only its equality matters;
 * nobody takes it apart.
 *
 * @param text empty where there is none
 */
public record SqlText(String text) {
  public static final SqlText NONE = new SqlText("");

  public SqlText {
    Objects.requireNonNull(text);
  }

  public static SqlText of(String text) {
    return text.isEmpty() ? NONE : new SqlText(text);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
