package dev.dbpreflight.connect;

import java.util.List;

/** The current row of an answer; columns are addressed by their label in the query. */
public interface Row {

  /** The value as text; null for NULL. */
  String text(String column);

  /** The value as text; empty for NULL. */
  default String textOrEmpty(String column) {
    String text = text(column);
    return text == null ? "" : text;
  }

  /** True for a true boolean (SQLite: a number that is not 0); false for NULL. */
  default boolean flag(String column) {
    String text = textOrEmpty(column);
    return switch (text) {
      case "t", "true" -> true;
      case "", "f", "false" -> false;
      default -> Double.parseDouble(text) != 0;
    };
  }

  /** The value as a whole number; 0 for NULL. */
  default long number(String column) {
    String text = text(column);
    return text == null ? 0 : Long.parseLong(text);
  }

  /**
   * A one-dimensional text array (PostgreSQL {@code text[]}) in its order; empty for NULL. NULL
   * elements are null.
   */
  default List<String> texts(String column) {
    String text = text(column);
    return text == null ? List.of() : ArrayText.elements(text);
  }

  default boolean isNull(String column) {
    return text(column) == null;
  }
}
