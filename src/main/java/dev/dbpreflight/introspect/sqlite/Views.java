package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.CatalogRow.Entry;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.View;
import java.text.ParseException;
import java.util.List;

/** Makes views; one that names what is not there keeps its query and has no columns. */
final class Views {
  private final Catalog catalog;
  private final RelationNames relations;
  private final Triggers triggers;
  private final NotUnderstood notUnderstood;

  Views(Catalog catalog, RelationNames relations, Triggers triggers, NotUnderstood notUnderstood) {
    this.catalog = catalog;
    this.relations = relations;
    this.triggers = triggers;
    this.notUnderstood = notUnderstood;
  }

  List<View> all() {
    return catalog.entries("view").map(this::view).toList();
  }

  private View view(Entry entry) {
    if (catalog.isBroken(entry)) {
      notUnderstood.add("unreadable view", entry.name());
    }
    return new View(
        ObjectName.global(entry.name()),
        false,
        new Columns(TableText.UNKNOWN, NameScope.NOTHING).of(catalog.columns(entry.name())),
        notUnderstood.parse("view text", entry, this::query, SqlText.NONE),
        List.of(),
        List.of(),
        triggers.of(entry.name()),
        List.of(),
        Storage.DEFAULT,
        Attributes.NONE);
  }

  private SqlText query(String sql) throws ParseException {
    List<SqlToken> query = ViewText.parse(sql).query();
    return CanonicalSql.query(query, NameScope.ofStatement(query, relations));
  }
}
