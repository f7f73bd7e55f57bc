package dev.dbpreflight.diff;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The value that one property has on one side, taken apart by how it is to be compared.
 *
 * @param exact must be equal
 * @param names must be the same names to the engine
 * @param texts must be the same SQL to the engine, pairwise
 * @param words the whole value for people; empty where there is nothing
 */
record Facet(Object exact, List<String> names, List<String> texts, String words) {

  /** A value without names and SQL: text, number, boolean, enum or a list of these. */
  static Facet exact(Object value) {
    return new Facet(value, List.of(), List.of(), words(value));
  }

  /** Something that PostgreSQL knows since a major version: before, it is none of a schema's. */
  static Facet since(int major, Object value) {
    return new Facet(new Since(major, value), List.of(), List.of(), words(value));
  }

  /** An exact value that PostgreSQL has since a major version only. */
  record Since(int major, Object value) {}

  /** A number whose negative values mean that the server's default applies. */
  static Facet number(int value) {
    return exact(value < 0 ? "" : Integer.toString(value));
  }

  static Facet name(ObjectName name) {
    return new Facet("", List.of(name.schema(), name.name()), List.of(), name.toString());
  }

  static Facet names(List<?> names) {
    return new Facet("", names.stream().map(Object::toString).toList(), List.of(), words(names));
  }

  static Facet sql(SqlText text) {
    return sql(text.text());
  }

  static Facet sql(String text) {
    return new Facet("", List.of(), List.of(text), text);
  }

  private static String words(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? "yes" : "no";
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case List<?> list -> list.stream().map(Facet::words).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
