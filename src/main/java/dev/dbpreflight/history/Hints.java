package dev.dbpreflight.history;

import dev.dbpreflight.model.Table;
import java.util.List;
import java.util.function.Predicate;

/** What tells bookkeeping tables apart that have the same columns. */
final class Hints {

  private Hints() {}

  static Predicate<Table> primaryKey(String column) {
    return table ->
        table
            .primaryKey()
            .filter(
                key ->
                    key.columns().stream().map(Signature::lower).toList().equals(List.of(column)))
            .isPresent();
  }

  static Predicate<Table> noPrimaryKey() {
    return table -> table.primaryKey().isEmpty();
  }

  static Predicate<Table> uniqueIndex(String name) {
    return table ->
        table.indexes().stream().anyMatch(index -> index.unique() && index.name().equals(name));
  }

  static Predicate<Table> commentStarts(String start) {
    return table -> table.attributes().comment().startsWith(start);
  }

  static Predicate<Table> notNull(String column) {
    return table ->
        table.columns().stream()
            .anyMatch(one -> Signature.lower(one.name()).equals(column) && one.notNull());
  }

  /** Exactly this type, in the case in which the engine has it. */
  static Predicate<Table> type(String column, String type) {
    return table ->
        table.columns().stream()
            .anyMatch(one -> Signature.lower(one.name()).equals(column) && one.type().equals(type));
  }

  static Predicate<Table> hasDefault(String column) {
    return table ->
        table.columns().stream()
            .anyMatch(
                one ->
                    Signature.lower(one.name()).equals(column)
                        && !one.defaultExpression().isEmpty());
  }
}
