package dev.dbpreflight.checks;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.View;
import dev.dbpreflight.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What names in a check file mean in one schema model. A name without a schema means {@code public}
 * on PostgreSQL and the file itself on SQLite; dots and quotes may be part of a name.
 */
final class TableNames {
  private final SchemaModel schema;
  private final Set<ObjectName> toolTables;
  private final String standard;

  TableNames(SchemaModel schema) {
    this(schema, Set.of());
  }

  /**
   * @param toolTables tables of migration tools, which are no part of the schema
   */
  TableNames(SchemaModel schema, Set<ObjectName> toolTables) {
    this.schema = schema;
    this.toolTables = Set.copyOf(toolTables);
    this.standard =
        switch (schema.engine()) {
          case POSTGRESQL -> "public";
          case SQLITE -> "";
        };
  }

  /** The name of a part of a table: letters of both cases are the same to SQLite. */
  boolean same(String expected, String actual) {
    return expected.equals(actual)
        || (schema.engine() == Engine.SQLITE && lower(expected).equals(lower(actual)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Optional<Table> table(String written) {
    return meanings(written)
        .flatMap(name -> schema.tables().stream().filter(table -> same(name, table.name())))
        .findFirst();
  }

  private Optional<View> view(String written) {
    return meanings(written)
        .flatMap(name -> schema.all(View.class).stream().filter(view -> same(name, view.name())))
        .findFirst();
  }

  /** A table or view that rows can be counted in. */
  Optional<ObjectName> relation(String written) {
    return table(written)
        .map(Table::name)
        .or(() -> toolTable(written))
        .or(() -> view(written).map(View::name));
  }

  private Optional<ObjectName> toolTable(String written) {
    return meanings(written)
        .flatMap(name -> toolTables.stream().filter(table -> same(name, table)))
        .findFirst();
  }

  /** Whether a table is there, be it a migration tool's. */
  boolean hasTable(String written) {
    return table(written).isPresent() || toolTable(written).isPresent();
  }

  private boolean same(ObjectName expected, ObjectName actual) {
    return same(expected.schema(), actual.schema()) && same(expected.name(), actual.name());
  }

  /** The whole as one name first, then with a schema before each of its dots. */
  private Stream<ObjectName> meanings(String written) {
    List<ObjectName> names = new ArrayList<>();
    names.add(new ObjectName(standard, bare(written)));
    for (int dot = written.indexOf('.'); dot > 0; dot = written.indexOf('.', dot + 1)) {
      String before = bare(written.substring(0, dot));
      boolean main = standard.isEmpty() && lower(before).equals("main");
      names.add(new ObjectName(main ? "" : before, bare(written.substring(dot + 1))));
    }
    return names.stream();
  }

  /** A name without the quotes that SQL would need around it. */
  static String bare(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }

  /** What a name is taken to mean where no such table is. */
  ObjectName assumed(String written) {
    int dot = written.indexOf('.');
    return dot <= 0
        ? new ObjectName(standard, bare(written))
        : new ObjectName(bare(written.substring(0, dot)), bare(written.substring(dot + 1)));
  }

  /** A table that should be there is not. */
  Wrong missing(String written, String source) {
    ObjectRef missing = ObjectRef.of(ObjectKind.TABLE, assumed(written));
    Optional<View> view = view(written);
    if (view.isPresent()) {
      return new Wrong(
          ObjectRef.of(view.get()),
          "",
          "%s is a view, expected a table".formatted(ObjectRef.of(view.get())),
          "name a table in " + source + ", or deploy what makes it one");
    }
    return new Wrong(
        missing,
        "",
        missing + " is missing" + hint(missing),
        "deploy the migration that creates it; if the name is wrong, correct " + source);
  }

  /** Tables that are called so in other schemas, or nearly so in any. */
  private String hint(ObjectRef missing) {
    List<ObjectName> names = schema.tables().stream().map(Table::name).toList();
    List<String> same =
        names.stream()
            .filter(name -> same(missing.name(), name.name()))
            .map(ObjectName::toString)
            .limit(3)
            .toList();
    if (!same.isEmpty()) {
      return same.stream().collect(joining("\" and \"", "; another schema has \"", "\""));
    }
    List<String> near =
        names.stream()
            .filter(name -> isSlip(missing.name(), name.name()))
            .map(ObjectName::toString)
            .limit(3)
            .toList();
    return near.isEmpty() ? "" : "; there is \"" + String.join("\", \"", near) + "\"";
  }

  private static boolean isSlip(String written, String actual) {
    return Nearest.distance(written, actual) <= Math.max(1, written.length() / 4);
  }
}
