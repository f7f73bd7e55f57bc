package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a schema model as SQL, in the order of the model and with as much as possible in table
 * constraints: a way of saying a schema that nobody's text has. What it cannot say from the model
 * alone the model lacks.
 */
final class SqliteDdl {
  private final SchemaModel model;
  private final StringBuilder script = new StringBuilder();

  SqliteDdl(SchemaModel model) {
    this.model = model;
  }

  String script() {
    model.tables().forEach(this::table);
    model.all(View.class).reversed().forEach(this::view);
    model.tables().forEach(table -> table.indexes().forEach(index -> index(table, index)));
    model.tables().forEach(table -> triggers(table.triggers()));
    model.all(View.class).forEach(view -> triggers(view.triggers()));
    return script.toString();
  }

  private void table(Table table) {
    String name = InSql.name(table.name().name());
    if (table.form() == Table.Form.VIRTUAL) {
      add("CREATE VIRTUAL TABLE " + name + " USING " + table.module());
      return;
    }
    List<String> parts = new ArrayList<>();
    table.columns().forEach(column -> parts.add(column(table, column)));
    table.constraints().stream()
        .filter(constraint -> !(constraint instanceof PrimaryKey key && standsAtColumn(table, key)))
        .map(SqliteDdl::constraint)
        .forEach(parts::add);
    List<String> options = new ArrayList<>();
    if (table.withoutRowid()) {
      options.add("WITHOUT ROWID");
    }
    if (table.strict()) {
      options.add("STRICT");
    }
    add(
        "CREATE TABLE %s (\n  %s\n) %s"
            .formatted(name, String.join(",\n  ", parts), String.join(", ", options)));
  }

  private String column(Table table, Column column) {
    StringBuilder text = new StringBuilder(InSql.name(column.name()));
    if (!column.type().isEmpty()) {
      boolean words = column.type().matches("[A-Z][A-Z0-9 ]*(\\([-+0-9,]*\\))?");
      text.append(' ').append(words ? column.type() : InSql.name(column.type()));
    }
    if (!column.collation().isEmpty()) {
      text.append(" COLLATE ").append(InSql.name(column.collation()));
    }
    if (column.notNull()) {
      text.append(named(column.notNullName())).append(" NOT NULL");
      column.notNullOptions().forEach(option -> text.append(' ').append(option));
    }
    if (!column.defaultExpression().isEmpty()) {
      text.append(" DEFAULT (").append(column.defaultExpression()).append(')');
    }
    if (column.generated() != Column.Generated.NEVER) {
      text.append(" AS (").append(column.generationExpression()).append(") ");
      text.append(column.generated());
    }
    return text.append(ownKey(table, column)).toString();
  }

  private static String ownKey(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> standsAtColumn(table, key))
        .filter(key -> key.columns().getFirst().equals(column.name()))
        .map(key -> named(key.name()) + " PRIMARY KEY DESC" + conflict(key.onConflict()))
        .orElse("");
  }

  /** Only where it stands at the column a descending integer key is not the row id. */
  private static boolean standsAtColumn(Table table, PrimaryKey key) {
    return key.columns().size() == 1
        && !key.descending().isEmpty()
        && !table.withoutRowid()
        && table.column(key.columns().getFirst()).orElseThrow().type().equals("INTEGER");
  }

  private static String constraint(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> primaryKey(key);
      case Constraint.Unique key ->
          named(key.name())
              + " UNIQUE "
              + keys(key.columns(), key.descending(), key.collations())
              + conflict(key.onConflict());
      case Constraint.Check check -> named(check.name()) + " CHECK (" + check.expression() + ")";
      case Constraint.ForeignKey key -> foreignKey(key);
      case Constraint.Exclusion exclusion -> throw new IllegalArgumentException("" + exclusion);
    };
  }

  private static String primaryKey(PrimaryKey key) {
    String keys = keys(key.columns(), key.descending(), key.collations());
    String counted = key.autoincrement() ? keys.replaceFirst("\\)$", " AUTOINCREMENT)") : keys;
    return named(key.name()) + " PRIMARY KEY " + counted + conflict(key.onConflict());
  }

  private static String foreignKey(Constraint.ForeignKey key) {
    String referenced =
        key.referencedColumns().isEmpty() ? "" : " " + list(key.referencedColumns());
    return named(key.name())
        + " FOREIGN KEY "
        + list(key.columns())
        + " REFERENCES "
        + InSql.name(key.references().name())
        + referenced
        + " ON DELETE "
        + key.onDelete()
        + " ON UPDATE "
        + key.onUpdate()
        + (key.deferral() == Deferral.INITIALLY_DEFERRED ? " DEFERRABLE INITIALLY DEFERRED" : "");
  }

  /** Names in parentheses are those of constraints that have none. */
  private static String named(String name) {
    boolean derived = name.isEmpty() || name.startsWith("(");
    return derived ? "" : " CONSTRAINT " + InSql.name(name);
  }

  private static String conflict(String onConflict) {
    return onConflict.isEmpty() ? "" : " ON CONFLICT " + onConflict;
  }

  private static String list(List<String> names) {
    return names.stream().map(InSql::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String keys(
      List<String> columns, List<String> descending, List<String> collations) {
    return columns.stream()
        .map(
            column ->
                InSql.name(column)
                    + collations.stream()
                        .filter(collation -> collation.startsWith(column + " "))
                        .map(collation -> " COLLATE " + collation.substring(column.length() + 1))
                        .findFirst()
                        .orElse("")
                    + (descending.contains(column) ? " DESC" : ""))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private void index(Table table, Index index) {
    String keys =
        index.keys().stream().map(SqliteDdl::key).collect(Collectors.joining(", ", "(", ")"));
    add(
        "CREATE %sINDEX %s ON %s %s%s"
            .formatted(
                index.unique() ? "UNIQUE " : "",
                InSql.name(index.name()),
                InSql.name(table.name().name()),
                keys,
                index.predicate().isEmpty() ? "" : " WHERE " + index.predicate()));
  }

  private static String key(Index.Key key) {
    String text = key.column() ? InSql.name(key.expression().text()) : "(" + key.expression() + ")";
    String collation = key.collation().isEmpty() ? "" : " COLLATE " + key.collation();
    return text + collation + (key.descending() ? " DESC" : "");
  }

  private void view(View view) {
    String columns = list(view.columns().stream().map(Column::name).toList());
    add(
        "CREATE VIEW %s %s AS %s"
            .formatted(InSql.name(view.name().name()), columns, view.definition()));
  }

  private void triggers(List<Trigger> triggers) {
    triggers.forEach(trigger -> add(trigger.definition().text()));
  }

  private void add(String statement) {
    script.append(statement).append(";\n");
  }
}
