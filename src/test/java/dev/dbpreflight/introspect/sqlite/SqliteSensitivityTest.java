package dev.dbpreflight.introspect.sqlite;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.introspect.sqlite.ScriptPairs.ScriptPair;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever of an SQLite schema changes, exactly that component of the model changes. */
class SqliteSensitivityTest {
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Table.class,
          Column.class,
          Constraint.PrimaryKey.class,
          Constraint.Unique.class,
          Constraint.ForeignKey.class,
          Constraint.Check.class,
          Index.class,
          Index.Key.class,
          Trigger.class,
          View.class);

  @TempDir Path folder;

  static List<ScriptPair> mutations() {
    return ScriptPairs.load("mutations/sqlite.txt");
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aMutationChangesExactlyItsComponent(ScriptPair mutation) {
    SchemaModel before = SqliteModels.of(folder, mutation.first());
    SchemaModel after = SqliteModels.of(folder, mutation.second());

    assertThat(ModelDifferences.between(before, after)).isEqualTo(mutation.words());
    assertThat(ModelDifferences.between(after, before)).isEqualTo(mutation.words());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aMutationIsAChange(ScriptPair mutation) {
    SchemaModel before = SqliteModels.of(folder, mutation.first());
    SchemaModel after = SqliteModels.of(folder, mutation.second());

    assertThat(new SchemaDiff(EnumSet.allOf(Aspect.class)).compare(before, after)).isNotEmpty();
  }

  /**
   * A component without a mutation must be one that SQLite has nothing for: the same everywhere.
   */
  @Test
  void everyComponentThatSqliteFillsHasAMutation() throws IOException {
    Set<String> mutated =
        mutations().stream().flatMap(mutation -> mutation.words().stream()).collect(toSet());
    Map<String, Set<Object>> values = new TreeMap<>();
    for (SchemaModel model : models()) {
      model.objects().forEach(object -> collect((Record) object, values));
    }

    Set<String> filled = new TreeSet<>();
    values.forEach(
        (component, seen) -> {
          if (seen.size() > 1) {
            filled.add(component);
          }
        });
    assertThat(mutated).containsAll(filled);
    assertThat(components()).containsAll(mutated);
    assertThat(values.keySet()).isEqualTo(components());
  }

  private static Set<String> components() {
    return RECORDS.stream()
        .flatMap(
            type ->
                Arrays.stream(type.getRecordComponents())
                    .map(component -> type.getSimpleName() + "." + component.getName()))
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  private List<SchemaModel> models() throws IOException {
    try (Stream<Path> cases = Files.list(Path.of("src/test/resources/schemas/sqlite"))) {
      Stream<SchemaModel> corpus = cases.map(this::model);
      Stream<SchemaModel> mutants =
          mutations().stream()
              .flatMap(mutation -> Stream.of(mutation.first(), mutation.second()))
              .map(script -> SqliteModels.of(folder, script));
      return Stream.concat(corpus, mutants).toList();
    }
  }

  private SchemaModel model(Path script) {
    try {
      return SqliteModels.of(folder, Files.readString(script));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(Record parent, Map<String, Set<Object>> values) {
    for (RecordComponent component : parent.getClass().getRecordComponents()) {
      Object value = ModelDifferences.value(parent, component);
      String name = parent.getClass().getSimpleName() + "." + component.getName();
      if (RECORDS.contains(parent.getClass())) {
        values.computeIfAbsent(name, ignored -> new HashSet<>()).add(value);
      }
      if (value instanceof List<?> list) {
        list.stream()
            .filter(Record.class::isInstance)
            .forEach(element -> collect((Record) element, values));
      }
    }
  }
}
