package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.CommonProperties.attributes;
import static dev.dbpreflight.diff.CommonProperties.comment;
import static dev.dbpreflight.diff.CommonProperties.storage;
import static dev.dbpreflight.diff.Property.exact;
import static dev.dbpreflight.diff.Property.of;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is to compare in tables, views and their parts; constraints have their own class. */
final class TableShapes {
  private static final Pattern PLAIN_WORD = Pattern.compile("\\w+");

  static final Shape<Table> TABLE =
      Shape.of(
              Table.class,
              exact("form", Table::form),
              exact("unlogged", Table::unlogged),
              of("parents", table -> Facet.names(table.inheritance().parents())),
              of("partition key", table -> Facet.sql(table.inheritance().partitionKey())),
              of("partition bound", table -> Facet.sql(table.inheritance().partitionBound())),
              exact("row security", Table::rowSecurity),
              exact("of type", Table::ofType),
              exact("replica identity", Table::replicaIdentity),
              exact("foreign server", Table::foreignServer),
              exact("foreign options", Table::foreignOptions),
              exact("strict", Table::strict),
              exact("without rowid", Table::withoutRowid),
              of("module", table -> Facet.sql(table.module())))
          .and(storage(Table::storage))
          .and(attributes(Table::attributes))
          .withParts(
              Table::columns,
              Table::constraints,
              Table::indexes,
              Table::triggers,
              Table::policies,
              Table::rules);

  static final Shape<View> VIEW =
      Shape.of(
              View.class,
              of("definition", view -> Facet.sql(view.definition())),
              exact("options", View::options))
          .and(storage(View::storage))
          .and(attributes(View::attributes))
          .withParts(View::columns, View::indexes, View::triggers, View::rules);

  /** The position is not here: {@link ColumnOrder} needs all columns for it. */
  static final Shape<Column> COLUMN =
      Shape.of(
          Column.class,
          exact("type", Column::type),
          exact("collation", Column::collation),
          exact("not null", Column::notNull),
          of(
              "not null name",
              Aspect.NOT_NULL_NAMES,
              column -> Facet.since(18, column.notNullName())),
          exact("not null options", Column::notNullOptions),
          of("default expression", column -> Facet.sql(column.defaultExpression())),
          exact("generated", Column::generated),
          of("generation expression", column -> Facet.sql(column.generationExpression())),
          of("identity", column -> identity(column.identity())),
          exact("storage", Aspect.STORAGE, Column::storage),
          exact("compression", Aspect.STORAGE, Column::compression),
          of(
              "statistics target",
              Aspect.STORAGE,
              column -> Facet.number(column.statisticsTarget())),
          exact("options", column -> options(column, false)),
          exact("statistics options", Aspect.STORAGE, column -> options(column, true)),
          exact("inherited", Column::inherited),
          exact("grants", Aspect.GRANTS, Column::grants),
          comment(Column::comment));

  static final Shape<Index> INDEX =
      Shape.of(
              Index.class,
              exact("method", Index::method),
              exact("unique", Index::unique),
              exact("nulls not distinct", Index::nullsNotDistinct),
              of("keys", TableShapes::keys),
              of("include", index -> Facet.names(index.include())),
              of("predicate", index -> Facet.sql(index.predicate())),
              exact("clustered", Aspect.STORAGE, Index::clustered),
              exact("valid", Index::valid),
              exact("statistics", Aspect.STORAGE, Index::statistics),
              comment(Index::comment))
          .and(storage(Index::storage));

  static final Shape<Trigger> TRIGGER =
      Shape.of(
          Trigger.class,
          of("definition", trigger -> Facet.sql(trigger.definition())),
          exact("enabled", Trigger::enabled),
          comment(Trigger::comment));

  static final Shape<Policy> POLICY =
      Shape.of(
          Policy.class,
          exact("permissive", Policy::permissive),
          exact("command", Policy::command),
          exact("roles", Policy::roles),
          of("using", policy -> Facet.sql(policy.using())),
          of("with check", policy -> Facet.sql(policy.withCheck())),
          comment(Policy::comment));

  static final Shape<RewriteRule> RULE =
      Shape.of(
          RewriteRule.class,
          of("definition", rule -> Facet.sql(rule.definition())),
          exact("enabled", RewriteRule::enabled),
          comment(RewriteRule::comment));

  private TableShapes() {}

  /**
   * PostgreSQL has two options that only steer the planner; all others belong to foreign tables.
   */
  private static List<String> options(Column column, boolean statistics) {
    return column.options().stream()
        .filter(option -> option.startsWith("n_distinct") == statistics)
        .toList();
  }

  private static Facet identity(Optional<Identity> identity) {
    String words =
        identity
            .map(
                found ->
                    (found.always() ? "always" : "by default")
                        + " ("
                        + SequenceWords.of(found.options())
                        + ")")
            .orElse("");
    return new Facet(identity, List.of(), List.of(), words);
  }

  private static Facet keys(Index index) {
    List<Index.Key> keys = index.keys();
    // SQLite has no say in where NULLs go, and no access methods.
    boolean nullsPlaced = !index.method().isEmpty();
    return new Facet(
        keys.stream().map(TableShapes::withoutExpression).toList(),
        keys.stream().filter(Index.Key::column).map(key -> key.expression().text()).toList(),
        keys.stream().filter(key -> !key.column()).map(key -> key.expression().text()).toList(),
        keys.stream().map(key -> words(key, nullsPlaced)).collect(Collectors.joining(", ")));
  }

  private static Index.Key withoutExpression(Index.Key key) {
    return new Index.Key(
        SqlText.NONE,
        key.column(),
        key.collation(),
        key.operatorClass(),
        key.descending(),
        key.nullsFirst());
  }

  private static String words(Index.Key key, boolean nullsPlaced) {
    String expression = key.expression().text();
    // What is no plain word can be the name of a column as well as an expression.
    boolean quoted = key.column() && !PLAIN_WORD.matcher(expression).matches();
    StringBuilder words = new StringBuilder(quoted ? '"' + expression + '"' : expression);
    if (!key.collation().isEmpty()) {
      words.append(" COLLATE ").append(key.collation());
    }
    if (!key.operatorClass().isEmpty()) {
      words.append(' ').append(key.operatorClass());
    }
    if (key.descending()) {
      words.append(" DESC");
    }
    if (nullsPlaced && key.nullsFirst() != key.descending()) {
      words.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    return words.toString();
  }
}
