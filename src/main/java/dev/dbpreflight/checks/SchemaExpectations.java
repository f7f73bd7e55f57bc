package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Expectation.TableExists;
import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads what a check expects of the schema: tables, columns, indexes, constraints. */
final class SchemaExpectations {
  static final List<String> COLUMN = List.of("type", "nullable", "default", "references");
  static final List<String> INDEX =
      List.of("name", "table", "columns", "unique", "method", "where");
  static final List<String> CONSTRAINT =
      List.of("name", "table", "kind", "columns", "references", "on-delete", "expression");
  static final List<String> ON_DELETE =
      List.of("no action", "restrict", "cascade", "set null", "set default");

  private static final Known<ConstraintKind> KINDS =
      new Known<>("kind of constraint", List.of(ConstraintKind.values()), ConstraintKind::token);
  private static final Known<String> ACTIONS = Known.words("action", ON_DELETE);

  private final Mistakes mistakes;
  private final Typed typed;

  SchemaExpectations(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
  }

  List<Expectation> tables(Section check) {
    List<Expectation> tables = new ArrayList<>();
    for (Scalar table : check.list("tables")) {
      tables.add(new TableExists(table.value(), mistakes.at(table.line())));
    }
    return tables;
  }

  /** {@code {trades.id: {type: integer}}}, or a list of names where being there is enough. */
  List<Expectation> columns(Section check) {
    List<Expectation> columns = new ArrayList<>();
    check
        .node("columns")
        .ifPresent(
            node ->
                each(
                    node,
                    "columns",
                    COLUMN,
                    (name, section) -> column(name, section).ifPresent(columns::add)));
    return columns;
  }

  private Optional<Expectation> column(Scalar name, Section section) {
    int dot = name.value().lastIndexOf('.');
    if (dot <= 0 || dot == name.value().length() - 1) {
      mistakes.add(name.line(), name.shown() + " names no column of a table", "write table.column");
      return Optional.empty();
    }
    return Optional.of(
        new ColumnIs(
            name.value().substring(0, dot),
            name.value().substring(dot + 1),
            section.text("type"),
            section.flag("nullable"),
            textOrNone(section, "default"),
            textOrNone(section, "references"),
            mistakes.at(name.line())));
  }

  /** Null says that there is none; numbers and truths are SQL as they stand. */
  private Optional<String> textOrNone(Section section, String key) {
    return section
        .node(key)
        .flatMap(
            node ->
                node instanceof Scalar scalar && scalar.isNull()
                    ? Optional.of("")
                    : typed.scalar(node, key).map(Scalar::value));
  }

  /** {@code {name: {table: …}}}, or a list of names, or of maps where the name does not matter. */
  List<Expectation> indexes(Section check) {
    List<Expectation> indexes = new ArrayList<>();
    check
        .node("indexes")
        .ifPresent(
            node ->
                each(
                    node,
                    "indexes",
                    INDEX,
                    (name, section) -> index(name, section).ifPresent(indexes::add)));
    return indexes;
  }

  private Optional<Expectation> index(Scalar name, Section section) {
    Optional<String> named = name(name, section);
    Optional<String> table = section.text("table");
    List<String> columns = section.list("columns").stream().map(Scalar::value).toList();
    if (named.isEmpty() && (table.isEmpty() || columns.isEmpty())) {
      mistakes.add(
          name.line(), "this index has no name", "write its name, or its table and columns");
      return Optional.empty();
    }
    return Optional.of(
        new IndexIs(
            named,
            table,
            columns,
            section.flag("unique"),
            section.text("method"),
            textOrNone(section, "where"),
            mistakes.at(name.line())));
  }

  /** In the same forms as indexes. */
  List<Expectation> constraints(Section check) {
    List<Expectation> constraints = new ArrayList<>();
    check
        .node("constraints")
        .ifPresent(
            node ->
                each(
                    node,
                    "constraints",
                    CONSTRAINT,
                    (name, section) -> constraint(name, section).ifPresent(constraints::add)));
    return constraints;
  }

  private Optional<Expectation> constraint(Scalar name, Section section) {
    Optional<String> named = name(name, section);
    Optional<String> table = section.text("table");
    if (named.isEmpty() && (table.isEmpty() || !section.has("kind"))) {
      mistakes.add(
          name.line(), "this constraint has no name", "write its name, or its table and kind");
      return Optional.empty();
    }
    return Optional.of(
        new ConstraintIs(
            named,
            table,
            section.scalar("kind").flatMap(kind -> KINDS.find(kind, mistakes)),
            section.list("columns").stream().map(Scalar::value).toList(),
            section.text("references"),
            section.scalar("on-delete").flatMap(action -> ACTIONS.find(action, mistakes)),
            section.text("expression"),
            mistakes.at(name.line())));
  }

  private Optional<String> name(Scalar name, Section section) {
    if (!name.value().isEmpty() && section.has("name")) {
      mistakes.add(name.line(), name.shown() + " has two names", "remove the key \"name\"");
    }
    return name.value().isEmpty() ? section.text("name") : Optional.of(name.value());
  }

  /** Every entry with its name; the name is empty for an item of a list that is keys and values. */
  private void each(
      YamlNode node, String key, List<String> keys, BiConsumer<Scalar, Section> reader) {
    switch (node) {
      case Mapping mapping -> mapping.entries().forEach(entry -> entry(entry, keys, reader));
      case Items list -> list.items().forEach(item -> item(item, key, keys, reader));
      case Scalar single -> item(single, key, keys, reader);
    }
  }

  private void entry(Entry entry, List<String> keys, BiConsumer<Scalar, Section> reader) {
    Scalar name = new Scalar(entry.key(), entry.key(), true, entry.line());
    boolean empty = entry.value() instanceof Scalar value && value.isNull();
    Optional<Mapping> mapping =
        empty ? Optional.of(nothing(entry.line())) : typed.mapping(entry.value(), entry.key());
    mapping.ifPresent(found -> reader.accept(name, new Section(found, keys, mistakes)));
  }

  private void item(
      YamlNode item, String key, List<String> keys, BiConsumer<Scalar, Section> reader) {
    if (item instanceof Mapping mapping && keys.contains("name")) {
      Scalar unnamed = new Scalar("", "", true, item.line());
      reader.accept(unnamed, new Section(mapping, keys, mistakes));
    } else {
      typed
          .text(item, key)
          .ifPresent(
              name -> reader.accept(name, new Section(nothing(item.line()), keys, mistakes)));
    }
  }

  private static Mapping nothing(int line) {
    return new Mapping(List.of(), line);
  }
}
