package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every change of a schema is told, as a change of that object and property, and nothing else is
 * told. A component of the model that no mutation changes fails here, too.
 */
class SensitivityIT {
  private static final String SQLITE = "only SQLite has it";
  private static final String METHOD = "indexes have their method in a component of its own";
  private static final String KIND = "objects of another kind are other objects";

  /** Components that no statement of PostgreSQL can change, with the reason. */
  static final Map<String, String> UNREACHABLE =
      Map.ofEntries(
          Map.entry("PrimaryKey.autoincrement", SQLITE),
          Map.entry("PrimaryKey.collations", SQLITE),
          Map.entry("PrimaryKey.descending", SQLITE),
          Map.entry("PrimaryKey.onConflict", SQLITE),
          Map.entry("Unique.collations", SQLITE),
          Map.entry("Unique.descending", SQLITE),
          Map.entry("Unique.onConflict", SQLITE),
          Map.entry("Table.module", SQLITE),
          Map.entry("Table.strict", SQLITE),
          Map.entry("Table.withoutRowid", SQLITE),
          Map.entry("PrimaryKey.storage.accessMethod", METHOD),
          Map.entry("Unique.storage.accessMethod", METHOD),
          Map.entry("Exclusion.storage.accessMethod", METHOD),
          Map.entry("Index.storage.accessMethod", METHOD),
          Map.entry("View.materialized", KIND),
          Map.entry("TextSearchObject.kind", KIND));

  @TestFactory
  Stream<DynamicContainer> mutations() {
    return Stream.of(Databases.oldest(), Databases.newest())
        .distinct()
        .map(
            server ->
                DynamicContainer.dynamicContainer("PostgreSQL " + server.major(), on(server)));
  }

  private Stream<DynamicTest> on(PostgresServer server) {
    String database = Corpus.create(server, Corpus.cases(server.major()));
    Run run = new Run(server, database);
    List<DynamicTest> tests = new ArrayList<>();
    for (Mutation mutation : Mutation.all()) {
      if (mutation.since() <= server.major()) {
        String name = mutation.place() + " " + String.join(", ", mutation.remarks());
        tests.add(DynamicTest.dynamicTest(name, () -> run.apply(mutation)));
      }
    }
    if (server == Databases.newest()) {
      tests.add(
          DynamicTest.dynamicTest("every component was changed", run::everyComponentWasChanged));
      tests.add(DynamicTest.dynamicTest("every kind came and went", run::everyKindCameAndWent));
    }
    return tests.stream();
  }

  /** One database that is changed step by step. */
  private static final class Run {
    private final PostgresServer server;
    private final String database;
    private final Set<String> changed = new TreeSet<>();
    private final Set<String> said = new TreeSet<>();
    private SchemaModel before;

    Run(PostgresServer server, String database) {
      this.server = server;
      this.database = database;
      this.before = Looks.at(server, database);
    }

    void apply(Mutation mutation) {
      SchemaModel last = before;
      server.run(database, mutation.sql());
      before = Looks.at(server, database);
      List<String> differences = Looks.differences(last, before);
      assertThat(differences)
          .as(mutation.sql())
          .containsExactlyInAnyOrderElementsOf(mutation.expected(server.major()));
      changed.addAll(Components.differing(last, before));
      said.addAll(differences);
    }

    void everyComponentWasChanged() {
      Set<String> missing = Components.all();
      missing.removeAll(changed);
      missing.removeAll(UNREACHABLE.keySet());
      assertThat(missing).as("components of the model without a mutation").isEmpty();
      assertThat(UNREACHABLE.keySet())
          .as("components with a mutation after all")
          .doesNotContainAnyElementsOf(changed);
    }

    void everyKindCameAndWent() {
      Set<ObjectKind> kinds = EnumSet.complementOf(EnumSet.of(ObjectKind.DATABASE));
      for (ObjectKind kind : kinds) {
        assertThat(said)
            .as(kind.words())
            .anyMatch(line -> isAbout(kind, line) && line.endsWith(" is missing"))
            .anyMatch(line -> isAbout(kind, line) && line.endsWith(" is not expected"));
      }
    }

    private static boolean isAbout(ObjectKind kind, String line) {
      return line.startsWith(kind.words() + " \"");
    }
  }
}
