package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Column.Generated;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds columns against what a check expects of them. */
final class ColumnJudgement {
  private final SchemaModel schema;
  private final TableNames names;

  ColumnJudgement(SchemaModel schema) {
    this.schema = schema;
    this.names = new TableNames(schema);
  }

  List<Note> judge(ColumnIs expected) {
    Optional<Table> table = names.table(expected.table());
    if (table.isEmpty()) {
      return List.of(names.missing(expected.table(), expected.source()));
    }
    Optional<Column> column =
        table.get().columns().stream()
            .filter(each -> names.same(TableNames.bare(expected.column()), each.name()))
            .findFirst();
    return column.isEmpty()
        ? List.of(missing(table.get(), expected))
        : judge(expected, table.get(), column.get());
  }

  private static Wrong missing(Table table, ColumnIs expected) {
    ObjectRef column =
        new ObjectRef(
            ObjectKind.COLUMN,
            table.name().schema(),
            table.name().name(),
            TableNames.bare(expected.column()));
    List<String> near =
        Nearest.to(expected.column(), table.columns().stream().map(Column::name).toList());
    return new Wrong(
        column,
        "",
        column
            + " is missing"
            + (near.isEmpty() ? "" : "; there is \"" + String.join("\", \"", near) + "\""),
        "deploy the migration that adds it; if the name is wrong, correct " + expected.source());
  }

  private List<Note> judge(ColumnIs expected, Table table, Column column) {
    ObjectRef object = ObjectRef.of(table.name(), column);
    List<Note> notes = new ArrayList<>();
    expected
        .type()
        .filter(type -> !Spelling.sameType(type, column.type()))
        .ifPresent(
            type ->
                notes.add(
                    wrong(expected, object, "type", "is of type " + shown(column.type()), type)));
    expected
        .nullable()
        .filter(nullable -> nullable != nullable(table, column))
        .ifPresent(
            nullable ->
                notes.add(
                    wrong(
                        expected,
                        object,
                        "nullable",
                        nullable ? "takes no NULL" : "takes NULL",
                        nullable ? "that it takes NULL" : "NOT NULL")));
    expected
        .defaultExpression()
        .filter(sql -> !hasDefault(sql, column))
        .ifPresent(
            sql ->
                notes.add(
                    wrong(
                        expected,
                        object,
                        "default",
                        defaultOf(column),
                        sql.isEmpty() ? "none" : sql)));
    expected
        .references()
        .ifPresent(target -> notes.addAll(references(expected, table, column, target)));
    return notes;
  }

  private static Wrong wrong(
      ColumnIs expected, ObjectRef object, String detail, String found, String wanted) {
    return new Wrong(
        object,
        detail,
        object + " " + found + ", expected " + wanted,
        "deploy the migration that changes it; if it is right as it is, correct "
            + expected.source());
  }

  private static String shown(String type) {
    return type.isEmpty() ? "nothing" : type;
  }

  /** A key takes no NULL, except in SQLite, where only the row id and WITHOUT ROWID take none. */
  private boolean nullable(Table table, Column column) {
    boolean key =
        table
            .primaryKey()
            .filter(primary -> primary.columns().contains(column.name()))
            .filter(primary -> refusesNull(table, primary, column))
            .isPresent();
    return !column.notNull() && !key;
  }

  private boolean refusesNull(Table table, PrimaryKey key, Column column) {
    return schema.engine() != Engine.SQLITE
        || table.withoutRowid()
        || table.strict()
        || (key.columns().size() == 1 && column.type().equalsIgnoreCase("integer"));
  }

  private static boolean hasDefault(String expected, Column column) {
    String actual = column.defaultExpression().text();
    return expected.isEmpty()
        ? actual.isEmpty() && column.identity().isEmpty()
        : Spelling.sameSql(expected, actual);
  }

  private static String defaultOf(Column column) {
    if (column.identity().isPresent()) {
      return "is an identity column without a default";
    }
    if (column.generated() != Generated.NEVER) {
      return "is computed and has no default";
    }
    return column.defaultExpression().isEmpty()
        ? "has no default"
        : "has the default " + column.defaultExpression();
  }

  private List<Note> references(ColumnIs expected, Table table, Column column, String wanted) {
    List<String> actual =
        table.constraints(ForeignKey.class).stream()
            .flatMap(key -> targets(key, column))
            .distinct()
            .toList();
    boolean right =
        wanted.isEmpty()
            ? actual.isEmpty()
            : actual.stream().anyMatch(target -> meansSame(wanted, target));
    ObjectRef object = ObjectRef.of(table.name(), column);
    String found =
        actual.isEmpty()
            ? "references nothing"
            : "references \"" + String.join("\" and \"", actual) + "\"";
    return right
        ? List.of()
        : List.of(wrong(expected, object, "references", found, wanted.isEmpty() ? "none" : wanted));
  }

  private static Stream<String> targets(ForeignKey key, Column column) {
    List<String> targets = new ArrayList<>();
    for (int at = 0; at < key.columns().size(); at++) {
      if (key.columns().get(at).equals(column.name()) && at < key.referencedColumns().size()) {
        targets.add(key.references() + "." + key.referencedColumns().get(at));
      }
    }
    return targets.stream();
  }

  private boolean meansSame(String wanted, String actual) {
    int dot = wanted.lastIndexOf('.');
    if (dot <= 0) {
      return false;
    }
    ObjectName assumed = names.assumed(wanted.substring(0, dot));
    ObjectName table = names.table(wanted.substring(0, dot)).map(Table::name).orElse(assumed);
    return names.same(table + "." + TableNames.bare(wanted.substring(dot + 1)), actual);
  }
}
