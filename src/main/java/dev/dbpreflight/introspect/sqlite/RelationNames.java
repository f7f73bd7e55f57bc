package dev.dbpreflight.introspect.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables and views of a database with their columns, found by name however it is spelled. */
final class RelationNames {
  private static final Relation NONE = new Relation("", List.of(), List.of());

  private final Map<String, Relation> byName = new HashMap<>();

  private record Relation(String name, List<String> columns, List<String> primaryKey) {}

  void add(String name, List<String> columns, List<String> primaryKey) {
    byName.put(SqlNames.fold(name), new Relation(name, columns, primaryKey));
  }

  private Relation find(String name) {
    return byName.getOrDefault(SqlNames.fold(name), NONE);
  }

  /** The catalog's spelling of a relation's name; the name itself when there is none. */
  String spell(String name) {
    return byName.containsKey(SqlNames.fold(name)) ? find(name).name() : name;
  }

  /** The catalog's spelling of a column's name; the name itself when there is none. */
  String spellColumn(String relation, String column) {
    return find(relation).columns().stream()
        .filter(name -> SqlNames.same(name, column))
        .findFirst()
        .orElse(column);
  }

  List<String> primaryKey(String relation) {
    return find(relation).primaryKey();
  }

  /** Adds the relation of this name and its columns, if there is one, under their folded names. */
  void addMentioned(String name, Map<String, String> spellings) {
    Relation relation = find(name);
    if (relation != NONE) {
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
