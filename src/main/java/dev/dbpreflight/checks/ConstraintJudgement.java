package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Check;
import dev.dbpreflight.model.Constraint.Exclusion;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Holds constraints against what a check expects of them. */
final class ConstraintJudgement {
  private final SchemaModel schema;
  private final TableNames names;

  private record Found(Table table, Constraint constraint) {

    ObjectRef object() {
      return ObjectRef.of(table.name(), constraint);
    }
  }

  ConstraintJudgement(SchemaModel schema) {
    this.schema = schema;
    this.names = new TableNames(schema);
  }

  List<Note> judge(ConstraintIs expected) {
    if (expected.table().isPresent() && names.table(expected.table().get()).isEmpty()) {
      return List.of(names.missing(expected.table().get(), expected.source()));
    }
    Stream<Table> tables =
        expected.table().isPresent()
            ? names.table(expected.table().get()).stream()
            : schema.tables().stream();
    List<Found> candidates =
        tables
            .flatMap(
                table ->
                    table.constraints().stream().map(constraint -> new Found(table, constraint)))
            .filter(found -> isMeant(expected, found.constraint()))
            .toList();
    if (candidates.isEmpty()) {
      return List.of(missing(expected));
    }
    return candidates.stream()
        .map(found -> differences(expected, found))
        .min((one, other) -> Integer.compare(one.size(), other.size()))
        .orElseThrow();
  }

  /** By its name; without one by its kind and, where that is said, its columns. */
  private boolean isMeant(ConstraintIs expected, Constraint constraint) {
    if (expected.name().isPresent()) {
      return names.same(TableNames.bare(expected.name().get()), constraint.name());
    }
    boolean kind =
        expected.kind().map(ConstraintKind::kind).stream().allMatch(constraint.kind()::equals);
    return kind && (expected.columns().isEmpty() || sameColumns(expected, constraint));
  }

  private boolean sameColumns(ConstraintIs expected, Constraint constraint) {
    List<String> actual = columns(constraint);
    if (actual.size() != expected.columns().size()) {
      return false;
    }
    for (int at = 0; at < actual.size(); at++) {
      if (!names.same(TableNames.bare(expected.columns().get(at)), actual.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> columns(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key -> key.columns();
      case Unique key -> key.columns();
      case ForeignKey key -> key.columns();
      case Check check -> List.of();
      case Exclusion exclusion -> exclusion.elements();
    };
  }

  private Wrong missing(ConstraintIs expected) {
    ObjectName table = expected.table().flatMap(names::table).map(Table::name).orElse(null);
    ObjectKind kind = expected.kind().map(ConstraintKind::kind).orElse(ObjectKind.CHECK);
    String word =
        expected.kind().map(ConstraintKind::kind).map(ObjectKind::words).orElse("constraint");
    String columns =
        expected.columns().isEmpty() ? "" : " on (" + String.join(", ", expected.columns()) + ")";
    String onTable = table == null ? "" : " on \"" + table + "\"";
    if (expected.name().isPresent()) {
      ObjectRef object =
          new ObjectRef(
              kind,
              table == null ? "" : table.schema(),
              table == null ? "" : table.name(),
              TableNames.bare(expected.name().get()));
      return new Wrong(
          object,
          "",
          word + " \"" + expected.name().get() + "\" is missing" + onTable,
          next(expected));
    }
    ObjectRef object = ObjectRef.of(ObjectKind.TABLE, table);
    return new Wrong(object, word + columns, object + " has no " + word + columns, next(expected));
  }

  private List<Note> differences(ConstraintIs expected, Found found) {
    List<Note> notes = new ArrayList<>();
    Constraint constraint = found.constraint();
    expected
        .kind()
        .filter(kind -> kind.kind() != constraint.kind())
        .ifPresent(
            kind ->
                notes.add(
                    wrong(
                        expected,
                        found,
                        "kind",
                        "is of the kind " + constraint.kind().words(),
                        kind.kind().words())));
    if (!notes.isEmpty()) {
      return notes;
    }
    if (!expected.columns().isEmpty() && !sameColumns(expected, constraint)) {
      notes.add(
          wrong(
              expected,
              found,
              "columns",
              "is on (" + String.join(", ", columns(constraint)) + ")",
              "(" + String.join(", ", expected.columns()) + ")"));
    }
    if (constraint instanceof ForeignKey key) {
      foreignKey(expected, found, key, notes);
    }
    expected
        .expression()
        .filter(
            sql ->
                !(constraint instanceof Check check
                    && Spelling.sameSql(sql, check.expression().text())))
        .ifPresent(
            sql ->
                notes.add(
                    wrong(
                        expected,
                        found,
                        "expression",
                        constraint instanceof Check check
                            ? "says " + check.expression()
                            : "has no expression",
                        sql)));
    return notes;
  }

  private void foreignKey(ConstraintIs expected, Found found, ForeignKey key, List<Note> notes) {
    expected
        .references()
        .filter(target -> !references(target, key))
        .ifPresent(
            target ->
                notes.add(
                    wrong(
                        expected,
                        found,
                        "references",
                        "references \"%s\" (%s)"
                            .formatted(
                                key.references(), String.join(", ", key.referencedColumns())),
                        target)));
    expected
        .onDelete()
        .filter(action -> !action.equalsIgnoreCase(key.onDelete()))
        .ifPresent(
            action ->
                notes.add(
                    wrong(
                        expected,
                        found,
                        "on-delete",
                        "has ON DELETE " + key.onDelete(),
                        "ON DELETE " + action.toUpperCase(Locale.ROOT))));
  }

  /** A table, or a table and its only referenced column. */
  private boolean references(String target, ForeignKey key) {
    if (means(target, key.references())) {
      return true;
    }
    int dot = target.lastIndexOf('.');
    return dot > 0
        && key.referencedColumns().size() == 1
        && means(target.substring(0, dot), key.references())
        && names.same(
            TableNames.bare(target.substring(dot + 1)), key.referencedColumns().getFirst());
  }

  private boolean means(String written, ObjectName actual) {
    return names.table(written).map(Table::name).filter(actual::equals).isPresent()
        || names.same(names.assumed(written).toString(), actual.toString());
  }

  private static Wrong wrong(
      ConstraintIs expected, Found found, String detail, String is, String wanted) {
    return new Wrong(
        found.object(), detail, found.object() + " " + is + ", expected " + wanted, next(expected));
  }

  private static String next(ConstraintIs expected) {
    return "deploy the migration that makes it; if it is right as it is, correct "
        + expected.source();
  }
}
