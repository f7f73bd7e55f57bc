package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.TableMember;
import dev.dbpreflight.support.Records;
import dev.dbpreflight.support.SchemaBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every component of every record of the model, changed alone, is told as a change of that property
 * of that object. A component that is added to the model fails here until it is compared.
 */
class EveryComponentTest {
  /** Flattened: their components are told as properties of what has them. */
  private static final Set<Class<?>> FLATTENED =
      Set.of(Attributes.class, Storage.class, Inheritance.class, SequenceOptions.class);

  private final SchemaDiff diff = new SchemaDiff(EnumSet.allOf(Aspect.class));

  @TestFactory
  Stream<DynamicTest> objects() {
    return permitted(SchemaObject.class).flatMap(type -> mutations(type, this::asObject));
  }

  @TestFactory
  Stream<DynamicTest> members() {
    return permitted(TableMember.class)
        .flatMap(type -> mutations(type, EveryComponentTest::asMember));
  }

  @TestFactory
  Stream<DynamicTest> keysOfIndexes() {
    Record index = (Record) sample(Index.class);
    Index.Key key = (Index.Key) sample(Index.Key.class);
    Record original = Records.with(index, "keys", List.of(key));
    return Stream.of(Index.Key.class.getRecordComponents())
        .map(component -> Records.with(key, component.getName(), mutated(key, component)))
        .map(other -> test(EveryComponentTest::asMember, original, "keys", List.of(other), "keys"));
  }

  @TestFactory
  Stream<DynamicTest> optionsOfIdentities() {
    SequenceOptions options = (SequenceOptions) sample(SequenceOptions.class);
    Record original =
        Records.with(
            (Record) sample(Column.class), "identity", Optional.of(new Identity(true, options)));
    return Stream.of(SequenceOptions.class.getRecordComponents())
        .map(component -> Records.with(options, component.getName(), mutated(options, component)))
        .map(other -> Optional.of(new Identity(true, other)))
        .map(other -> test(EveryComponentTest::asMember, original, "identity", other, "identity"));
  }

  private interface Placement {
    SchemaModel in(Record record);
  }

  private Stream<DynamicTest> mutations(Class<?> type, Placement placement) {
    Record original = (Record) sample(type);
    List<DynamicTest> tests = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (isIdentity(component) || isPart(component)) {
        continue;
      }
      if (FLATTENED.contains(component.getType())) {
        for (RecordComponent inner : component.getType().getRecordComponents()) {
          Record holder = (Record) Records.get(original, component);
          Record mutated = Records.with(holder, inner.getName(), mutated(holder, inner));
          tests.add(test(placement, original, component.getName(), mutated, inner.getName()));
        }
      } else {
        Object mutated = mutated(original, component);
        tests.add(test(placement, original, component.getName(), mutated, component.getName()));
      }
    }
    return tests.stream();
  }

  private DynamicTest test(
      Placement placement, Record original, String component, Object mutated, String property) {
    String name = original.getClass().getSimpleName() + "." + component + " " + property;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          SchemaModel before = placement.in(original);
          SchemaModel after = placement.in(Records.with(original, component, mutated));
          List<Change> changes = diff.compare(before, after);
          if (changesKind(component)) {
            assertThat(changes).hasSize(2);
            return;
          }
          assertThat(changes)
              .as(name)
              .isNotEmpty()
              .allSatisfy(
                  change -> {
                    assertThat(change.property()).isIn(words(property), "storage " + property);
                    assertThat(change.object().name()).isIn("name", "neighbour");
                    assertThat(change)
                        .isInstanceOfSatisfying(
                            PropertyDiffers.class,
                            differs ->
                                assertThat(differs.expected()).isNotEqualTo(differs.actual()));
                  });
        });
  }

  /** Parts of a table are members of their own and are in {@link #members()}. */
  private static boolean isPart(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> element
        && TableMember.class.isAssignableFrom(element);
  }

  private static boolean isIdentity(RecordComponent component) {
    return component.getName().equals("name");
  }

  private static boolean changesKind(String component) {
    return component.equals("materialized") || component.equals("kind");
  }

  private static String words(String component) {
    return component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private SchemaModel asObject(Record record) {
    return model((SchemaObject) record);
  }

  /** In a table beside a column, since the order of one column cannot change. */
  private static SchemaModel asMember(Record record) {
    SchemaBuilder builder = SchemaBuilder.postgres(18).table("public.owner", table -> {});
    if (record instanceof Column column) {
      int other = column.position() == 1 ? 2 : 1;
      Column neighbour = Column.of("neighbour", other, "text");
      List<Column> columns = List.of(column, neighbour);
      return builder.set("columns", columns).build();
    }
    String list =
        switch (((TableMember) record).kind()) {
          case INDEX -> "indexes";
          case TRIGGER -> "triggers";
          case POLICY -> "policies";
          case RULE -> "rules";
          default -> "constraints";
        };
    return builder.set(list, List.of(record)).build();
  }

  private static SchemaModel model(SchemaObject object) {
    return new SchemaModel(
        Engine.POSTGRESQL, new ServerVersion(18, 0, "18.0"), List.of(object), List.of());
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EveryComponentTest::permitted)
        : Stream.of(type);
  }

  private static Object sample(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException("no sample of " + type);
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = sample(components[i].getGenericType(), components[i].getName());
    }
    return Records.create(type, values);
  }

  private static Object sample(Type type, String name) {
    if (type instanceof ParameterizedType parameterized) {
      Type element = parameterized.getActualTypeArguments()[0];
      if (parameterized.getRawType() == Optional.class) {
        return Optional.of(sample((Class<?>) element));
      }
      boolean part = element instanceof Class<?> at && TableMember.class.isAssignableFrom(at);
      return part ? List.of() : List.of(sample(element, name));
    }
    if (type == ObjectKind.class) {
      return ObjectKind.TEXT_SEARCH_PARSER;
    }
    if (type == String.class) {
      return name;
    }
    if (type == SqlText.class) {
      return SqlText.of(name + "()");
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    Class<?> declared = (Class<?>) type;
    return declared.isEnum() ? declared.getEnumConstants()[0] : sample(declared);
  }

  private static Object mutated(Record record, RecordComponent component) {
    Object value = Records.get(record, component);
    return switch (value) {
      case String text -> text + "2";
      case SqlText text -> SqlText.of(text.text().replace("()", "2()"));
      case Boolean flag -> !flag;
      case Integer number -> number + 1;
      case Long number -> number + 1;
      case ObjectKind ignored -> ObjectKind.TEXT_SEARCH_TEMPLATE;
      case Enum<?> constant -> constant.getDeclaringClass().getEnumConstants()[1];
      case List<?> list -> List.of(another(list.getFirst()));
      case Optional<?> optional -> Optional.of(another(optional.get()));
      case Record inner -> another(inner);
      default -> throw new IllegalArgumentException("no other value for " + component);
    };
  }

  private static Object another(Object value) {
    return switch (value) {
      case String text -> text + "2";
      case Grant grant -> new Grant(grant.grantee(), "OTHER", grant.grantable());
      case ObjectName name -> new ObjectName(name.schema(), name.name() + "2");
      case Index.Key key -> Index.Key.of("other");
      case Identity identity -> new Identity(!identity.always(), identity.options());
      default -> throw new IllegalArgumentException("no other value for " + value);
    };
  }
}
