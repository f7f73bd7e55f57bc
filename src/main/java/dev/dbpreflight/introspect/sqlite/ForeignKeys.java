package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.introspect.sqlite.CatalogRow.ForeignKeyRow;
import dev.dbpreflight.introspect.sqlite.TableText.ForeignKeyText;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The foreign keys of a table. Their names and deferral come from the text, where they stand in the
 * opposite order of the pragma.
 */
final class ForeignKeys {
  private static final ForeignKeyText UNNAMED = new ForeignKeyText("", List.of(), "", false);

  private final TableText text;
  private final RelationNames relations;

  ForeignKeys(TableText text, RelationNames relations) {
    this.text = text;
    this.relations = relations;
  }

  List<Constraint> of(List<ForeignKeyRow> rows) {
    Map<Integer, List<ForeignKeyRow>> byAge =
        rows.stream()
            .collect(Collectors.groupingBy(ForeignKeyRow::age, TreeMap::new, Collectors.toList()));
    int count = byAge.size();
    return ConstraintDraft.nameAll(
        byAge.entrySet().stream()
            .map(key -> draft(key.getValue(), written(key.getKey(), count, key.getValue())))
            .toList());
  }

  private ForeignKeyText written(int age, int count, List<ForeignKeyRow> key) {
    int place = count - 1 - age;
    if (text.foreignKeys().size() != count || place < 0) {
      return UNNAMED;
    }
    ForeignKeyText written = text.foreignKeys().get(place);
    boolean same =
        SqlNames.same(written.table(), key.getFirst().references())
            && written.columns().stream()
                .map(SqlNames::fold)
                .toList()
                .equals(key.stream().map(row -> SqlNames.fold(row.from())).toList());
    return same ? written : UNNAMED;
  }

  private ConstraintDraft draft(List<ForeignKeyRow> key, ForeignKeyText written) {
    ForeignKeyRow first = key.getFirst();
    String target = relations.spell(first.references());
    List<String> columns =
        key.stream().map(row -> relations.spellColumn(row.table(), row.from())).toList();
    List<String> referenced = referenced(key, target);
    String named = referenced.isEmpty() ? target : target + list(referenced);
    return new ConstraintDraft(
        written.name(),
        list(columns) + " -> " + named,
        name ->
            new ForeignKey(
                name,
                columns,
                ObjectName.global(target),
                referenced,
                first.onUpdate(),
                first.onDelete(),
                List.of(),
                "SIMPLE",
                written.deferred() ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE,
                true,
                true,
                false,
                ""));
  }

  /** Without columns in the text the primary key is meant, if it has as many. */
  private List<String> referenced(List<ForeignKeyRow> key, String target) {
    if (key.getFirst().to().isEmpty()) {
      List<String> primaryKey = relations.primaryKey(target);
      return primaryKey.size() == key.size() ? primaryKey : List.of();
    }
    return key.stream().map(row -> relations.spellColumn(target, row.to().orElseThrow())).toList();
  }

  private static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }
}
