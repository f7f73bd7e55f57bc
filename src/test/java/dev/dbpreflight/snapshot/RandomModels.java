package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.support.Records;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Models of any objects with any strings, such as no introspection would dream of. */
final class RandomModels {
  private static final String[] PIECES = {
    "",
    "a",
    "Z",
    " ",
    "\"",
    "\\",
    "/",
    "'",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\b",
    "\0",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u00ad",
    "ä",
    "\u0301",
    "\u061c",
    "\u200b",
    "\u2028",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\udfff",
    "😀",
    "\udb40\udc41",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "</script>",
    "::error::",
    "__proto__",
    "日本語"
  };

  private final Random random;
  private List<String> columns = List.of();
  private int last;

  RandomModels(long seed) {
    this.random = new Random(seed);
  }

  SchemaModel next() {
    Class<?>[] types = SchemaObject.class.getPermittedSubclasses();
    List<SchemaObject> objects = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      objects.add((SchemaObject) record(types[random.nextInt(types.length)]));
    }
    Engine engine = Engine.values()[random.nextInt(2)];
    ServerVersion version = new ServerVersion(random.nextInt(), random.nextInt(), text());
    List<Unsupported> unsupported = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      unsupported.add((Unsupported) record(Unsupported.class));
    }
    return new SchemaModel(engine, version, objects, unsupported);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(3) / 2 * 20));
    }
    return text.toString();
  }

  private Record record(Class<?> type) {
    if (type == SequenceOptions.class) {
      return sequenceOptions();
    }
    if (type == Index.Key.class) {
      boolean column = random.nextBoolean();
      String text = column ? columns.get(random.nextInt(columns.size())) : text();
      boolean plain = random.nextBoolean();
      return plain && column
          ? Index.Key.of(text)
          : new Index.Key(
              SqlText.of(text), column, text(), text(), random.nextBoolean(), random.nextBoolean());
    }
    if (SchemaObject.class.isAssignableFrom(type)) {
      columns = names(4);
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i].getGenericType(), type, components[i].getName());
    }
    return Records.create(type, values);
  }

  private Object value(Type type, Class<?> owner, String component) {
    if (component.equals("name")) {
      return name(type, owner);
    }
    if (type == String.class || type == SqlText.class) {
      return type == String.class ? unique(owner, component) : SqlText.of(text());
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class) {
      return random.nextInt();
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return component.equals("kind")
          ? Samples.textSearchKinds().get(random.nextInt(4))
          : plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    if (type instanceof Class<?> plain) {
      return record(plain);
    }
    ParameterizedType generic = (ParameterizedType) type;
    Class<?> inner = (Class<?>) generic.getActualTypeArguments()[0];
    return generic.getRawType() == Optional.class
        ? Optional.ofNullable(random.nextBoolean() ? record(inner) : null)
        : list(inner, owner, component);
  }

  private Object name(Type type, Class<?> owner) {
    String name = ++last + text();
    if (type == String.class) {
      return name;
    }
    return owner.getSimpleName().equals("Extension")
        ? ObjectName.global(name)
        : new ObjectName(text(), name);
  }

  private String unique(Class<?> owner, String component) {
    boolean kind = owner == Unsupported.class && component.equals("kind");
    return kind ? ++last + text() : text();
  }

  private List<?> list(Class<?> inner, Class<?> owner, String component) {
    if (inner == Column.class) {
      return columns();
    }
    boolean ofColumns =
        Constraint.class.isAssignableFrom(owner) && !component.matches("elements|collations")
            || component.equals("include");
    if (inner == String.class && ofColumns) {
      // As many for every list: those of a foreign key have to be as long as each other.
      return columns.subList(0, columns.size() / 2);
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(inner == String.class ? text() : record(any(inner)));
    }
    return list;
  }

  private Class<?> any(Class<?> type) {
    Class<?>[] permitted = type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[] {type};
    return permitted[random.nextInt(permitted.length)];
  }

  private List<Column> columns() {
    List<Column> list = new ArrayList<>();
    int position = 0;
    for (String name : columns) {
      position += 1 + random.nextInt(2);
      Column column = Records.with((Column) record(Column.class), "name", name);
      list.add(Records.with(column, "position", position));
    }
    return list;
  }

  private List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(++last + text());
    }
    return names;
  }

  private SequenceOptions sequenceOptions() {
    long minimum = random.nextLong() / 2;
    long maximum = random.nextBoolean() ? Long.MAX_VALUE : minimum + random.nextInt(1000);
    String type = random.nextBoolean() ? "integer" : text();
    return new SequenceOptions(
        type,
        random.nextLong(),
        random.nextInt(),
        minimum,
        maximum,
        random.nextInt(),
        random.nextBoolean());
  }
}
