package dev.dbpreflight.model;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * A view or a materialized view.
 *
 * @param definition the query; in SQLite the whole CREATE VIEW statement's query
 * @param options "security_barrier=true", "check_option=local", …, sorted; storage parameters of a
 *     materialized view are in {@code storage}
 * @param indexes of a materialized view
 * @param storage of a materialized view
 */
public record View(
    ObjectName name,
    boolean materialized,
    List<Column> columns,
    SqlText definition,
    List<String> options,
    List<Index> indexes,
    List<Trigger> triggers,
    List<RewriteRule> rules,
    Storage storage,
    Attributes attributes)
    implements SchemaObject {

  public View {
    columns = Sorted.copyOf(columns, comparing(Column::position));
    options = Sorted.copyOf(options);
    indexes = Sorted.copyOf(indexes, comparing(Index::name));
    triggers = Sorted.copyOf(triggers, comparing(Trigger::name));
    rules = Sorted.copyOf(rules, comparing(RewriteRule::name));
  }

  @Override
  public ObjectKind kind() {
    return materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }
}
