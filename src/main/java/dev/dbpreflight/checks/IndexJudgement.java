package dev.dbpreflight.checks;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds indexes, also those of keys, against what a check expects of them. */
final class IndexJudgement {
  private final SchemaModel schema;
  private final TableNames names;

  /** An index, whoever made it. */
  private record Found(
      ObjectRef object,
      List<String> keys,
      boolean unique,
      String method,
      String where,
      boolean valid) {

    boolean begins(List<String> columns, TableNames names) {
      if (keys.size() != columns.size()) {
        return false;
      }
      for (int at = 0; at < keys.size(); at++) {
        String column = columns.get(at);
        if (!names.same(TableNames.bare(column), keys.get(at))
            && !Spelling.sameSql(column, keys.get(at))) {
          return false;
        }
      }
      return true;
    }
  }

  IndexJudgement(SchemaModel schema) {
    this.schema = schema;
    this.names = new TableNames(schema);
  }

  List<Note> judge(IndexIs expected) {
    if (expected.table().isPresent() && names.table(expected.table().get()).isEmpty()) {
      return List.of(names.missing(expected.table().get(), expected.source()));
    }
    List<Found> candidates =
        tables(expected.table())
            .flatMap(this::indexes)
            .filter(index -> named(expected, index))
            .toList();
    if (candidates.isEmpty()) {
      return List.of(missing(expected));
    }
    // One that is right is enough, where several have the same columns.
    return candidates.stream()
        .map(index -> differences(expected, index))
        .min((one, other) -> Integer.compare(one.size(), other.size()))
        .orElseThrow();
  }

  private Stream<Table> tables(Optional<String> written) {
    return written.isPresent() ? names.table(written.get()).stream() : schema.tables().stream();
  }

  private boolean named(IndexIs expected, Found index) {
    return expected.name().isPresent()
        ? names.same(TableNames.bare(unqualified(expected.name().get())), index.object().name())
        : index.begins(expected.columns(), names);
  }

  private static String unqualified(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private Stream<Found> indexes(Table table) {
    Stream<Found> own =
        table.indexes().stream()
            .map(
                index ->
                    new Found(
                        ObjectRef.of(table.name(), index),
                        index.keys().stream().map(key -> key.expression().text()).toList(),
                        index.unique(),
                        index.method(),
                        index.predicate().text(),
                        index.valid()));
    return Stream.concat(own, table.constraints().stream().flatMap(key -> ofKey(table, key)));
  }

  private static Stream<Found> ofKey(Table table, Constraint constraint) {
    ObjectRef object = ObjectRef.of(table.name(), constraint);
    return switch (constraint) {
      case PrimaryKey key -> Stream.of(new Found(object, key.columns(), true, "btree", "", true));
      case Unique key -> Stream.of(new Found(object, key.columns(), true, "btree", "", true));
      case Constraint.ForeignKey none -> Stream.empty();
      case Constraint.Check none -> Stream.empty();
      case Constraint.Exclusion exclusion ->
          Stream.of(
              new Found(
                  object,
                  exclusion.elements(),
                  false,
                  exclusion.method(),
                  exclusion.predicate().text(),
                  true));
    };
  }

  private Wrong missing(IndexIs expected) {
    String table = expected.table().map(name -> names.assumed(name).toString()).orElse("");
    if (expected.name().isPresent()) {
      String name = expected.name().get();
      ObjectRef object =
          new ObjectRef(ObjectKind.INDEX, "", table, TableNames.bare(unqualified(name)));
      return new Wrong(
          object,
          "",
          "index \"" + name + "\" is missing" + (table.isEmpty() ? "" : " on \"" + table + "\""),
          next(expected));
    }
    ObjectRef object = ObjectRef.of(names.table(expected.table().orElseThrow()).orElseThrow());
    String columns = String.join(", ", expected.columns());
    return new Wrong(
        object,
        "index (" + columns + ")",
        object + " has no index on (" + columns + ")",
        next(expected));
  }

  private List<Note> differences(IndexIs expected, Found index) {
    List<Note> notes = new ArrayList<>();
    if (!index.valid()) {
      notes.add(wrong(expected, index, "valid", "is invalid: its build failed", "a finished one"));
    }
    if (!expected.columns().isEmpty() && !index.begins(expected.columns(), names)) {
      notes.add(
          wrong(
              expected,
              index,
              "columns",
              "is on (" + String.join(", ", index.keys()) + ")",
              expected.columns().stream().collect(joining(", ", "(", ")"))));
    }
    expected
        .unique()
        .filter(unique -> unique != index.unique())
        .ifPresent(
            unique ->
                notes.add(
                    wrong(
                        expected,
                        index,
                        "unique",
                        index.unique() ? "is unique" : "is not unique",
                        unique ? "a unique one" : "one that is not")));
    expected
        .method()
        .filter(method -> !method.equalsIgnoreCase(index.method()))
        .ifPresent(
            method ->
                notes.add(
                    wrong(
                        expected,
                        index,
                        "method",
                        index.method().isEmpty() ? "has no method" : "is a " + index.method(),
                        method)));
    expected
        .where()
        .filter(where -> !Spelling.sameSql(where, index.where()))
        .ifPresent(
            where ->
                notes.add(
                    wrong(
                        expected,
                        index,
                        "where",
                        index.where().isEmpty()
                            ? "covers all rows"
                            : "covers WHERE " + index.where(),
                        where.isEmpty() ? "all rows" : "WHERE " + where)));
    return notes;
  }

  private static Wrong wrong(
      IndexIs expected, Found index, String detail, String found, String wanted) {
    return new Wrong(
        index.object(),
        detail,
        index.object() + " " + found + ", expected " + wanted,
        next(expected));
  }

  private static String next(IndexIs expected) {
    return "deploy the migration that makes it; if it is right as it is, correct "
        + expected.source();
  }
}
