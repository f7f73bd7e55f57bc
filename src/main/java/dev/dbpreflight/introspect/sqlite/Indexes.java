package dev.dbpreflight.introspect.sqlite;

import static java.util.stream.Collectors.groupingBy;

import dev.dbpreflight.introspect.sqlite.CatalogRow.Entry;
import dev.dbpreflight.introspect.sqlite.CatalogRow.IndexKeyRow;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indexes that somebody created; the automatic ones belong to their constraints. */
final class Indexes {
  private final Map<String, Entry> entries;
  private final NotUnderstood notUnderstood;

  /**
   * @param entries by the name of the index
   */
  Indexes(Map<String, Entry> entries, NotUnderstood notUnderstood) {
    this.entries = entries;
    this.notUnderstood = notUnderstood;
  }

  List<Index> of(List<IndexKeyRow> rows, TableText table, NameScope scope) {
    Map<String, List<IndexKeyRow>> byIndex =
        rows.stream()
            .filter(row -> row.origin().equals("c"))
            .collect(groupingBy(IndexKeyRow::index));
    List<Index> indexes = new ArrayList<>();
    byIndex.forEach((name, keys) -> indexes.add(index(name, keys, table, scope)));
    return indexes;
  }

  private Index index(String name, List<IndexKeyRow> rows, TableText table, NameScope scope) {
    IndexText text =
        Optional.ofNullable(entries.get(name))
            .map(
                entry ->
                    notUnderstood.parse("index text", entry, IndexText::parse, IndexText.UNKNOWN))
            .orElse(IndexText.UNKNOWN);
    List<Index.Key> keys = new ArrayList<>();
    for (IndexKeyRow row : rows) {
      keys.add(row.column().isPresent() ? columnKey(row, table) : expressionKey(row, text, scope));
    }
    return new Index(
        name,
        "",
        rows.getFirst().unique(),
        false,
        keys,
        List.of(),
        CanonicalSql.expression(text.predicate(), scope),
        Storage.DEFAULT,
        false,
        true,
        List.of(),
        "");
  }

  private static Index.Key columnKey(IndexKeyRow row, TableText table) {
    String column = row.column().orElseThrow();
    boolean own = row.collation().equals(table.column(column).collation());
    String collation = own ? "" : row.collation().isEmpty() ? "BINARY" : row.collation();
    return new Index.Key(SqlText.of(column), true, collation, "", row.descending(), false);
  }

  /** An expression compares in binary unless its outermost operator is COLLATE. */
  private static Index.Key expressionKey(IndexKeyRow row, IndexText text, NameScope scope) {
    List<SqlToken> written =
        row.position() < text.keys().size() ? text.keys().get(row.position()) : List.of();
    List<SqlToken> expression = CanonicalSql.withoutOuterParentheses(written);
    if (!row.collation().isEmpty()) {
      expression = withoutCollation(expression);
    }
    SqlText canonical =
        row.rowId() ? SqlText.of("rowid") : CanonicalSql.expression(expression, scope);
    return new Index.Key(canonical, false, row.collation(), "", row.descending(), false);
  }

  private static List<SqlToken> withoutCollation(List<SqlToken> expression) {
    int collate = expression.size() - 2;
    return collate > 0 && expression.get(collate).isWord("COLLATE")
        ? CanonicalSql.withoutOuterParentheses(expression.subList(0, collate))
        : expression;
  }
}
