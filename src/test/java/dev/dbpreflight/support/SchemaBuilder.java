package dev.dbpreflight.support;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.model.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A schema model made by hand, with what the server would fill in where nothing is said. Names are
 * "schema.name" on PostgreSQL (split at the first dot) and plain on SQLite.
 */
public final class SchemaBuilder {
  private final Engine engine;
  private final ServerVersion version;
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<Unsupported> unsupported = new ArrayList<>();

  private SchemaBuilder(Engine engine, ServerVersion version) {
    this.engine = engine;
    this.version = version;
  }

  public static SchemaBuilder postgres(int major) {
    return new SchemaBuilder(Engine.POSTGRESQL, new ServerVersion(major, 2, major + ".2"));
  }

  public static SchemaBuilder sqlite() {
    return new SchemaBuilder(Engine.SQLITE, new ServerVersion(3, 50, "3.50.1"));
  }

  public SchemaModel build() {
    return new SchemaModel(engine, version, objects, unsupported);
  }

  /** Any object that has no method of its own here. */
  public SchemaBuilder add(SchemaObject object) {
    objects.add(object);
    return this;
  }

  /** The same with one component of the object added last set to another value. */
  public SchemaBuilder set(String component, Object value) {
    Record last = (Record) objects.removeLast();
    objects.add((SchemaObject) Records.with(last, component, value));
    return this;
  }

  public SchemaBuilder unsupported(String kind, String... names) {
    unsupported.add(new Unsupported(kind, List.of(names)));
    return this;
  }

  public SchemaBuilder schema(String name) {
    return add(new Schema(ObjectName.global(name), Attributes.NONE));
  }

  public SchemaBuilder table(String name, Consumer<TableBuilder> parts) {
    TableBuilder table = new TableBuilder(engine, name(name));
    parts.accept(table);
    return add(table.build());
  }

  /**
   * @param columns "name type"
   */
  public SchemaBuilder view(String name, String definition, String... columns) {
    return add(view(name, definition, false, Storage.DEFAULT, columns));
  }

  /**
   * @param columns "name type"
   */
  public SchemaBuilder materializedView(String name, String definition, String... columns) {
    return add(view(name, definition, true, new Storage("heap", "", List.of()), columns));
  }

  private View view(
      String name, String definition, boolean materialized, Storage storage, String... columns) {
    List<Column> parts = new ArrayList<>();
    for (String column : columns) {
      int space = column.indexOf(' ');
      parts.add(
          Column.of(column.substring(0, space), parts.size() + 1, column.substring(space + 1)));
    }
    return new View(
        name(name),
        materialized,
        parts,
        SqlText.of(definition),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        storage,
        Attributes.NONE);
  }

  /** An ascending sequence of bigint. */
  public SchemaBuilder sequence(String name) {
    return add(new Sequence(name(name), ascending("bigint"), "", false, Attributes.NONE));
  }

  public SchemaBuilder enumType(String name, String... labels) {
    return add(new EnumType(name(name), List.of(labels), Attributes.NONE));
  }

  /** A domain with one check named as the server would. */
  public SchemaBuilder domain(String name, String type, String check) {
    ObjectName domain = name(name);
    Constraint.Check constraint =
        new Constraint.Check(
            domain.name() + "_check", SqlText.of(check), true, true, false, false, "");
    return add(
        new DomainType(
            domain, type, "", false, SqlText.NONE, List.of(constraint), Attributes.NONE));
  }

  public SchemaBuilder extension(String name, String version) {
    return add(new Extension(ObjectName.global(name), "public", version, ""));
  }

  /**
   * A function in SQL.
   *
   * @param name with its argument types: "public.total(integer)"
   */
  public SchemaBuilder function(String name, String returns, String body) {
    return add(routine(name, Routine.Form.FUNCTION, returns, body));
  }

  /**
   * A procedure in SQL.
   *
   * @param name with its argument types
   */
  public SchemaBuilder procedure(String name, String body) {
    return add(routine(name, Routine.Form.PROCEDURE, "", body));
  }

  private Routine routine(String name, Routine.Form form, String returns, String body) {
    return new Routine(
        name(name),
        form,
        name.substring(name.indexOf('(') + 1, name.length() - 1),
        returns,
        "sql",
        "VOLATILE",
        "UNSAFE",
        false,
        false,
        false,
        "100",
        "0",
        List.of(),
        "",
        List.of(),
        SqlText.of(body),
        Attributes.NONE);
  }

  /** Options of a sequence or identity column that nobody gave any. */
  public static SequenceOptions ascending(String type) {
    long maximum =
        switch (type) {
          case "smallint" -> Short.MAX_VALUE;
          case "integer" -> Integer.MAX_VALUE;
          default -> Long.MAX_VALUE;
        };
    return new SequenceOptions(type, 1, 1, 1, maximum, 1, false);
  }

  /** The name of an object; the part before the first dot is the schema. */
  public static ObjectName name(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? ObjectName.global(name)
        : new ObjectName(name.substring(0, dot), name.substring(dot + 1));
  }
}
