package dev.dbpreflight.introspect.sqlite;

import static java.util.Comparator.comparing;

import dev.dbpreflight.introspect.sqlite.CatalogRow.ColumnRow;
import dev.dbpreflight.introspect.sqlite.CatalogRow.IndexKeyRow;
import dev.dbpreflight.introspect.sqlite.TableText.KeyPart;
import dev.dbpreflight.introspect.sqlite.TableText.KeyText;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;
import dev.dbpreflight.model.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The primary key and the unique constraints of a table. The automatic indexes say which there are:
 * the text may say the same twice. Names and conflict clauses come from the text.
 */
final class Keys {
  private static final KeyText UNNAMED = new KeyText(false, "", List.of(), "", false);

  private final TableText text;
  private final List<ColumnRow> columns;
  private final List<IndexKeyRow> indexes;

  /** Those of the text that no automatic index was found for yet. */
  private final List<KeyText> uniqueTexts;

  Keys(TableText text, List<ColumnRow> columns, List<IndexKeyRow> indexes) {
    this.text = text;
    this.columns = columns;
    this.indexes = indexes;
    uniqueTexts = new ArrayList<>(text.keys().stream().filter(key -> !key.primary()).toList());
  }

  Optional<Constraint> primaryKey() {
    List<String> key =
        columns.stream()
            .filter(column -> column.key() > 0)
            .sorted(comparing(ColumnRow::key))
            .map(ColumnRow::name)
            .toList();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    KeyText written = text.keys().stream().filter(KeyText::primary).findFirst().orElse(UNNAMED);
    List<IndexKeyRow> index = indexes.stream().filter(row -> row.origin().equals("pk")).toList();
    return Optional.of(
        new PrimaryKey(
            written.name(),
            key,
            List.of(),
            false,
            written.autoincrement(),
            descending(index),
            collations(index),
            written.conflict(),
            Deferral.NOT_DEFERRABLE,
            Storage.DEFAULT,
            ""));
  }

  List<Constraint> uniques() {
    Map<Integer, List<IndexKeyRow>> oldestFirst =
        indexes.stream()
            .filter(row -> row.origin().equals("u"))
            .collect(Collectors.groupingBy(row -> -row.age(), TreeMap::new, Collectors.toList()));
    return ConstraintDraft.nameAll(oldestFirst.values().stream().map(this::unique).toList());
  }

  private ConstraintDraft unique(List<IndexKeyRow> index) {
    KeyText written =
        uniqueTexts.stream().filter(key -> says(key, index)).findFirst().orElse(UNNAMED);
    uniqueTexts.remove(written);
    List<String> key = index.stream().map(Keys::column).toList();
    String derived = index.stream().map(this::spoken).collect(Collectors.joining(", ", "(", ")"));
    return new ConstraintDraft(
        written.name(),
        derived,
        name ->
            new Unique(
                name,
                key,
                List.of(),
                false,
                false,
                descending(index),
                collations(index),
                written.conflict(),
                Deferral.NOT_DEFERRABLE,
                Storage.DEFAULT,
                ""));
  }

  private static String column(IndexKeyRow row) {
    return row.column().orElse("rowid");
  }

  private boolean says(KeyText key, List<IndexKeyRow> index) {
    List<KeyPart> parts = key.parts();
    if (parts.size() != index.size()) {
      return false;
    }
    for (int position = 0; position < parts.size(); position++) {
      KeyPart part = parts.get(position);
      IndexKeyRow row = index.get(position);
      String collation = part.collation().orElse(text.column(part.column()).collation());
      if (!SqlNames.same(part.column(), column(row)) || !collation.equals(row.collation())) {
        return false;
      }
    }
    return true;
  }

  private String spoken(IndexKeyRow row) {
    String collation = collates(row) ? " COLLATE " + collation(row) : "";
    return column(row) + collation + (row.descending() ? " DESC" : "");
  }

  private static List<String> descending(List<IndexKeyRow> index) {
    return index.stream().filter(IndexKeyRow::descending).map(Keys::column).toList();
  }

  private List<String> collations(List<IndexKeyRow> index) {
    return index.stream()
        .filter(this::collates)
        .map(row -> column(row) + " " + collation(row))
        .toList();
  }

  private boolean collates(IndexKeyRow row) {
    return !row.collation().equals(text.column(column(row)).collation());
  }

  private static String collation(IndexKeyRow row) {
    return row.collation().isEmpty() ? "BINARY" : row.collation();
  }
}
