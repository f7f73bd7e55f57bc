package dev.dbpreflight.diff;

import dev.dbpreflight.model.SchemaModel;
import java.util.Optional;

/** The questions about two schemas that only their engine can answer. */
interface Dialect {

  /** The answers for two schemas of one engine. */
  static Dialect between(SchemaModel expected, SchemaModel actual) {
    if (expected.engine() != actual.engine()) {
      throw new IllegalArgumentException(
          "cannot compare " + expected.engine().title() + " with " + actual.engine().title());
    }
    return switch (expected.engine()) {
      case POSTGRESQL -> new PostgresDialect(expected.version(), actual.version());
      case SQLITE -> new SqliteDialect();
    };
  }

  /** Equal for the spellings of a name that the engine takes for the same. */
  String nameKey(String name);

  /**
   * Equal for texts that are proven to mean the same; nothing is said of those that differ in it.
   */
  Object canonical(String sql);

  /** What may make two servers print the same SQL as these two texts; empty when nothing can. */
  Optional<String> excuse(String expected, String actual);

  /** The part of a value that both servers can have at all. */
  Object shared(Object value);

  default boolean sameName(String expected, String actual) {
    return expected.equals(actual) || nameKey(expected).equals(nameKey(actual));
  }

  default boolean sameText(String expected, String actual) {
    return expected.equals(actual) || canonical(expected).equals(canonical(actual));
  }
}
