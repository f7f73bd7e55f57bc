package dev.dbpreflight.introspect.sqlite;

import static java.util.stream.Collectors.groupingBy;

import dev.dbpreflight.introspect.sqlite.CatalogRow.Entry;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Trigger;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** The triggers of tables and views, found by their table. */
final class Triggers {
  private final Map<String, List<Entry>> byTable;
  private final RelationNames relations;
  private final NotUnderstood notUnderstood;

  Triggers(Catalog catalog, RelationNames relations, NotUnderstood notUnderstood) {
    byTable = catalog.entries("trigger").collect(groupingBy(entry -> SqlNames.fold(entry.table())));
    this.relations = relations;
    this.notUnderstood = notUnderstood;
  }

  List<Trigger> of(String table) {
    return byTable.getOrDefault(SqlNames.fold(table), List.of()).stream()
        .map(
            entry ->
                new Trigger(
                    entry.name(),
                    notUnderstood.parse("trigger text", entry, this::canonical, SqlText.NONE),
                    "ORIGIN",
                    ""))
        .toList();
  }

  private SqlText canonical(String sql) throws ParseException {
    NameScope scope = NameScope.ofStatement(SqliteTokens.of(sql), relations);
    return TriggerText.parse(sql).canonical(scope);
  }
}
