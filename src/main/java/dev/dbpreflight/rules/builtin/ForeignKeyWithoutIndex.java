package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.INFO;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@RuleInfo(
    id = "foreign-key-without-index",
    severity = INFO,
    since = "0.1.0",
    summary = "A foreign key has no index on its own columns",
    why =
        """
        Every delete and key update on the referenced table reads the whole referencing one while
        it holds its locks.\
        """,
    fix = "Create an index that starts with the columns of the foreign key.")
final class ForeignKeyWithoutIndex implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence
        .tables()
        .filter(table -> !table.isPartition())
        .flatMap(
            table ->
                table.constraints(ForeignKey.class).stream()
                    .filter(key -> keyColumns(table).noneMatch(index -> serves(index, key)))
                    .map(key -> ObjectRef.of(table.name(), key)))
        .map(object -> finding(object, "%s has no index on its columns", object));
  }

  /** The order of the columns does not matter: every row is looked up by all of them. */
  private static boolean serves(List<String> index, ForeignKey key) {
    int width = key.columns().size();
    return index.size() >= width
        && new HashSet<>(index.subList(0, width)).equals(Set.copyOf(key.columns()));
  }

  private static Stream<List<String>> keyColumns(Table table) {
    Stream<List<String>> keys =
        table.constraints().stream()
            .flatMap(
                constraint ->
                    switch (constraint) {
                      case Constraint.PrimaryKey key -> Stream.of(key.columns());
                      case Constraint.Unique key -> Stream.of(key.columns());
                      case Constraint.ForeignKey key -> Stream.empty();
                      case Constraint.Check check -> Stream.empty();
                      case Constraint.Exclusion exclusion -> Stream.empty();
                    });
    Stream<List<String>> indexes =
        table.indexes().stream()
            .filter(index -> index.valid() && index.predicate().isEmpty())
            .map(ForeignKeyWithoutIndex::leadingColumns);
    return Stream.concat(keys, indexes);
  }

  private static List<String> leadingColumns(Index index) {
    return index.keys().stream()
        .takeWhile(Index.Key::column)
        .map(key -> key.expression().text())
        .toList();
  }
}
