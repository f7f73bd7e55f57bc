package dev.dbpreflight.introspect.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables and views of a database with their columns, found by name however it is spelled. */
final class Relations {
  private final Map<String, Relation> byName = new HashMap<>();

  private record Relation(String name, List<String> columns) {}

  void add(String name, List<String> columns) {
    byName.put(SqlNames.fold(name), new Relation(name, List.copyOf(columns)));
  }

  /** The catalog's spelling of a relation's name; the name itself when there is none. */
  String spell(String name) {
    Relation relation = byName.get(SqlNames.fold(name));
    return relation == null ? name : relation.name();
  }

  /** The catalog's spelling of a column's name; the name itself when there is none. */
  String spellColumn(String relationName, String column) {
    Relation relation = byName.get(SqlNames.fold(relationName));
    if (relation == null) {
      return column;
    }
    return relation.columns().stream()
        .filter(name -> SqlNames.same(name, column))
        .findFirst()
        .orElse(column);
  }

  /** Adds the relation of this name and its columns, if there is one, under their folded names. */
  void addMentioned(String name, Map<String, String> spellings) {
    Relation relation = byName.get(SqlNames.fold(name));
    if (relation != null) {
      keepFirst(spellings, relation.name());
      relation.columns().forEach(column -> keepFirst(spellings, column));
    }
  }

  /** Of several spellings the same one wins whatever the order in which they come. */
  private static void keepFirst(Map<String, String> spellings, String name) {
    spellings.merge(
        SqlNames.fold(name), name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }
}
