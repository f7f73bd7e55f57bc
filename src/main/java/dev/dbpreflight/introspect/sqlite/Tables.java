package dev.dbpreflight.introspect.sqlite;

import static java.util.stream.Collectors.toMap;

import dev.dbpreflight.introspect.sqlite.CatalogRow.ColumnRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.Entry;
import dev.dbpreflight.introspect.sqlite.CatalogRow.IndexKeyRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.Relation;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes tables of the catalog's rows and texts. */
final class Tables {
  private final Catalog catalog;
  private final RelationNames relations;
  private final Indexes indexes;
  private final Triggers triggers;
  private final NotUnderstood notUnderstood;

  Tables(Catalog catalog, RelationNames relations, Triggers triggers, NotUnderstood notUnderstood) {
    this.catalog = catalog;
    this.relations = relations;
    this.triggers = triggers;
    this.notUnderstood = notUnderstood;
    indexes =
        new Indexes(
            catalog.entries("index").collect(toMap(Entry::name, Function.identity())),
            notUnderstood);
  }

  List<Table> all() {
    return catalog
        .entries("table")
        .map(
            entry ->
                catalog.relation(entry).type().equals("virtual") ? virtual(entry) : ordinary(entry))
        .toList();
  }

  private Table virtual(Entry entry) {
    if (catalog.isBroken(entry)) {
      notUnderstood.add("unreadable virtual table", entry.name());
    }
    SqlText module =
        notUnderstood.parse(
            "virtual table text", entry, sql -> ModuleText.parse(sql).text(), SqlText.NONE);
    List<Column> columns =
        new Columns(TableText.UNKNOWN, NameScope.NOTHING).of(catalog.columns(entry.name()));
    return table(entry, Table.Form.VIRTUAL, columns, List.of(), List.of(), module);
  }

  private Table ordinary(Entry entry) {
    TableText text =
        notUnderstood.parse("table text", entry, CreateTableParser::parse, TableText.UNKNOWN);
    List<ColumnRow> columns = catalog.columns(entry.name());
    List<IndexKeyRow> keys = catalog.indexKeys(entry.name());
    NameScope scope =
        NameScope.ofTable(entry.name(), columns.stream().map(ColumnRow::name).toList());
    List<Index> created = indexes.of(keys, text, scope);
    return table(
        entry,
        Table.Form.ORDINARY,
        new Columns(text, scope).of(columns),
        constraints(entry, text, scope),
        created,
        SqlText.NONE);
  }

  private List<Constraint> constraints(Entry entry, TableText text, NameScope scope) {
    Keys keys = new Keys(text, catalog.columns(entry.name()), catalog.indexKeys(entry.name()));
    List<Constraint> constraints = new ArrayList<>(keys.uniques());
    keys.primaryKey().ifPresent(constraints::add);
    constraints.addAll(new ForeignKeys(text, relations).of(catalog.foreignKeys(entry.name())));
    constraints.addAll(
        ConstraintDraft.nameAll(text.checks().stream().map(check -> draft(check, scope)).toList()));
    return constraints;
  }

  private static ConstraintDraft draft(TableText.CheckText check, NameScope scope) {
    SqlText expression = CanonicalSql.expression(check.expression(), scope);
    return new ConstraintDraft(
        check.name(),
        "(" + expression + ")",
        name -> new Constraint.Check(name, expression, true, true, false, false, ""));
  }

  private Table table(
      Entry entry,
      Table.Form form,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> created,
      SqlText module) {
    Relation relation = catalog.relation(entry);
    return new Table(
        ObjectName.global(entry.name()),
        form,
        false,
        columns,
        constraints,
        created,
        triggers.of(entry.name()),
        List.of(),
        List.of(),
        Inheritance.NONE,
        Storage.DEFAULT,
        Table.RowSecurity.DISABLED,
        "",
        "",
        "",
        List.of(),
        relation.strict(),
        relation.withoutRowid(),
        module,
        Attributes.NONE);
  }
}
