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
    columns = columns.stream().sorted(comparing(Column::position)).toList();
    options = options.stream().sorted().toList();
    indexes = indexes.stream().sorted(comparing(Index::name)).toList();
    triggers = triggers.stream().sorted(comparing(Trigger::name)).toList();
    rules = rules.stream().sorted(comparing(RewriteRule::name)).toList();
  }

  @Override
  public ObjectKind kind() {
    return materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
  }
}
