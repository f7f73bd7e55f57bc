package dev.dbpreflight.introspect.sqlite;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.sqlite.CatalogRow.ColumnRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.Entry;
import dev.dbpreflight.introspect.sqlite.CatalogRow.ForeignKeyRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.IndexKeyRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All rows of the catalog, found by the table that they belong to. Shadow tables are not in it. */
final class Catalog {
  private static final List<ColumnRow> NO_COLUMNS = List.of();

  private final List<Entry> entries;
  private final Map<String, Relation> relations;
  private final Map<String, List<ColumnRow>> columns;
  private final Map<String, List<IndexKeyRow>> indexKeys;
  private final Map<String, List<ForeignKeyRow>> foreignKeys;
  private final ComputedColumns computed;

  private Catalog(Answers answers, Session session) {
    relations =
        answers.of(CatalogQueries.RELATIONS).stream()
            .collect(toMap(Relation::name, Function.identity(), (one, same) -> one));
    entries =
        answers.of(CatalogQueries.ENTRIES).stream()
            .filter(entry -> !has(entry.table(), "shadow"))
            .toList();
    computed =
        ComputedColumns.read(
            session,
            Stream.of("table", "view")
                .flatMap(this::entries)
                .map(Entry::name)
                .filter(name -> has(name, "view", "virtual"))
                .toList());
    List<ColumnRow> all = new ArrayList<>(answers.of(CatalogQueries.TABLE_COLUMNS));
    all.addAll(computed.rows());
    columns =
        all.stream().sorted(comparing(ColumnRow::number)).collect(groupingBy(ColumnRow::table));
    indexKeys =
        answers.of(CatalogQueries.INDEX_KEYS).stream()
            .sorted(comparing(IndexKeyRow::position))
            .collect(groupingBy(IndexKeyRow::table));
    foreignKeys =
        answers.of(CatalogQueries.FOREIGN_KEYS).stream()
            .sorted(comparing(ForeignKeyRow::position))
            .collect(groupingBy(ForeignKeyRow::table));
  }

  static Catalog read(Session session) {
    Answers answers =
        session.ask(
            List.of(
                CatalogQueries.ENTRIES,
                CatalogQueries.RELATIONS,
                CatalogQueries.TABLE_COLUMNS,
                CatalogQueries.INDEX_KEYS,
                CatalogQueries.FOREIGN_KEYS));
    return new Catalog(answers, session);
  }

  private boolean has(String relation, String... types) {
    Relation found = relations.get(relation);
    return found != null && List.of(types).contains(found.type());
  }

  /** The entries of one type: "table", "index", "view", "trigger". */
  Stream<Entry> entries(String type) {
    return entries.stream().filter(entry -> entry.type().equals(type));
  }

  Relation relation(Entry entry) {
    Relation relation = relations.get(entry.name());
    return relation == null ? new Relation(entry.name(), entry.type(), false, false) : relation;
  }

  /** The columns that a statement can name, in order; without those that a virtual table hides. */
  List<ColumnRow> columns(String table) {
    return columns.getOrDefault(table, NO_COLUMNS).stream()
        .filter(column -> column.hidden() != 1)
        .toList();
  }

  List<IndexKeyRow> indexKeys(String table) {
    return indexKeys.getOrDefault(table, List.of());
  }

  List<ForeignKeyRow> foreignKeys(String table) {
    return foreignKeys.getOrDefault(table, List.of());
  }

  /** Whether SQLite cannot tell the columns of this view or virtual table. */
  boolean isBroken(Entry entry) {
    return computed.isBroken(entry.name());
  }

  /** Everything that a statement can name. */
  RelationNames relations() {
    RelationNames all = new RelationNames();
    Stream.of("table", "view")
        .flatMap(this::entries)
        .map(Entry::name)
        .forEach(
            name -> {
              List<ColumnRow> named = columns.getOrDefault(name, NO_COLUMNS);
              List<String> key =
                  named.stream()
                      .filter(column -> column.key() > 0)
                      .sorted(comparing(ColumnRow::key))
                      .map(ColumnRow::name)
                      .toList();
              all.add(name, named.stream().map(ColumnRow::name).toList(), key);
            });
    return all;
  }
}
