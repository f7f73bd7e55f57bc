package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.Unsupported;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what could not be read, so that it is told instead of guessed. */
final class NotUnderstood {
  private final Map<String, List<String>> names = new TreeMap<>();

  /** A way to read a text, which may fail. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String sql) throws ParseException;
  }

  void add(String kind, String name) {
    names.computeIfAbsent(kind, ignored -> new ArrayList<>()).add(name);
  }

  /** What the text says; the substitute, and a note, where nobody can tell. */
  <T> T parse(String kind, CatalogRow.Entry entry, Parser<T> parser, T substitute) {
    try {
      return parser.parse(entry.sql());
    } catch (ParseException e) {
      add(kind, entry.name());
      return substitute;
    }
  }

  List<Unsupported> all() {
    return names.entrySet().stream()
        .map(entry -> new Unsupported(entry.getKey(), entry.getValue()))
        .toList();
  }
}
