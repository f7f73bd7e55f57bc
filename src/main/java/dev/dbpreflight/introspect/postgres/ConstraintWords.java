package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.postgres.Constraints.ConstraintRow;
import dev.dbpreflight.introspect.postgres.Indexes.IndexRow;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Makes constraints of what the catalog says: numbers become names, and the index behind a key its
 * options.
 */
final class ConstraintWords {
  private final KeyWords keyWords;
  private final LongFunction<TableColumns> columnsOf;
  private final LongFunction<ObjectName> nameOf;
  private final CheckTexts checkTexts;

  /**
   * @param columnsOf the columns of a relation
   * @param nameOf the name of a relation
   */
  ConstraintWords(
      KeyWords keyWords,
      LongFunction<TableColumns> columnsOf,
      LongFunction<ObjectName> nameOf,
      CheckTexts checkTexts) {
    this.keyWords = keyWords;
    this.columnsOf = columnsOf;
    this.nameOf = nameOf;
    this.checkTexts = checkTexts;
  }

  /**
   * @param index the one behind a key; null for the other types of constraint
   */
  Constraint constraint(ConstraintRow row, IndexRow index) {
    TableColumns columns = columnsOf.apply(row.table());
    return switch (row.type()) {
      case 'p' -> primaryKey(row, index, columns);
      case 'u' -> unique(row, index, columns);
      case 'f' -> foreignKey(row, columns);
      case 'c' -> check(row);
      case 'x' -> exclusion(row, index, columns);
      default -> throw new IllegalStateException("contype " + row.type());
    };
  }

  private static Constraint primaryKey(ConstraintRow row, IndexRow index, TableColumns columns) {
    return new Constraint.PrimaryKey(
        row.name(),
        columns.names(row.columns()),
        KeyWords.include(index, columns),
        row.period(),
        false,
        List.of(),
        "",
        row.deferral(),
        index.storage(),
        row.comment());
  }

  private static Constraint unique(ConstraintRow row, IndexRow index, TableColumns columns) {
    return new Constraint.Unique(
        row.name(),
        columns.names(row.columns()),
        KeyWords.include(index, columns),
        index.nullsNotDistinct(),
        row.period(),
        "",
        row.deferral(),
        index.storage(),
        row.comment());
  }

  private Constraint foreignKey(ConstraintRow row, TableColumns columns) {
    return new Constraint.ForeignKey(
        row.name(),
        columns.names(row.columns()),
        nameOf.apply(row.references()),
        columnsOf.apply(row.references()).names(row.referencedColumns()),
        row.onUpdate(),
        row.onDelete(),
        columns.names(row.onDeleteColumns()),
        row.match(),
        row.deferral(),
        row.validated(),
        row.enforced(),
        row.period(),
        row.comment());
  }

  private Constraint check(ConstraintRow row) {
    return new Constraint.Check(
        row.name(),
        checkTexts.of(row.check()),
        row.validated(),
        row.enforced(),
        row.noInherit(),
        row.inherited(),
        row.comment());
  }

  private Constraint exclusion(ConstraintRow row, IndexRow index, TableColumns columns) {
    List<Index.Key> keys = keyWords.keys(index, columns);
    List<String> elements = new ArrayList<>(keys.size());
    for (int position = 0; position < keys.size(); position++) {
      elements.add(KeyWords.element(keys.get(position), row.operators().get(position)));
    }
    return new Constraint.Exclusion(
        row.name(),
        index.method(),
        elements,
        KeyWords.include(index, columns),
        index.predicate(),
        row.deferral(),
        index.storage(),
        row.comment());
  }
}
