package dev.dbpreflight.model;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;

/**
 * A table with all its parts. The lists are sorted by name, the columns by position.
 *
 * @param form ordinary, partitioned, foreign, or SQLite's virtual
 * @param unlogged UNLOGGED; false for the other forms and in SQLite
 * @param ofType the composite type of a typed table (CREATE TABLE … OF); empty otherwise
 * @param replicaIdentity "DEFAULT", "FULL", "NOTHING" or "INDEX name"; empty in SQLite
 * @param foreignServer server of a foreign table; empty otherwise
 * @param foreignOptions "name=value" of a foreign table, sorted
 * @param strict SQLite STRICT
 * @param withoutRowid SQLite WITHOUT ROWID
 * @param module SQLite's module and its arguments of a virtual table; empty otherwise
 */
public record Table(
    ObjectName name,
    Form form,
    boolean unlogged,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<Trigger> triggers,
    List<Policy> policies,
    List<RewriteRule> rules,
    Inheritance inheritance,
    Storage storage,
    RowSecurity rowSecurity,
    String ofType,
    String replicaIdentity,
    String foreignServer,
    List<String> foreignOptions,
    boolean strict,
    boolean withoutRowid,
    SqlText module,
    Attributes attributes)
    implements SchemaObject {

  /** What kind of table it is; it cannot be altered from one into another. */
  public enum Form {
    ORDINARY,
    PARTITIONED,
    FOREIGN,
    VIRTUAL
  }

  /** Row level security: off, on for everybody but the owner, or on for the owner too. */
  public enum RowSecurity {
    DISABLED,
    ENABLED,
    FORCED
  }

  public Table {
    columns = Sorted.copyOf(columns, comparing(Column::position));
    constraints = Sorted.copyOf(constraints, comparing(Constraint::name));
    indexes = Sorted.copyOf(indexes, comparing(Index::name));
    triggers = Sorted.copyOf(triggers, comparing(Trigger::name));
    policies = Sorted.copyOf(policies, comparing(Policy::name));
    rules = Sorted.copyOf(rules, comparing(RewriteRule::name));
    foreignOptions = Sorted.copyOf(foreignOptions);
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TABLE;
  }

  public boolean isPartition() {
    return !inheritance.partitionBound().isEmpty();
  }

  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The constraints of one kind, by name. */
  public <C extends Constraint> List<C> constraints(Class<C> type) {
    return constraints.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public Optional<Constraint.PrimaryKey> primaryKey() {
    return constraints(Constraint.PrimaryKey.class).stream().findFirst();
  }
}
