package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus leaves no corner of the model out; what is proven with it holds for all of it. */
class CorpusIT {
  private static final int WITH_ALL_OF_THE_MODEL = 18;

  @Test
  void everyComponentHasMoreThanOneValueSomewhere() {
    PostgresServer server = Databases.newest();
    Assumptions.assumeTrue(
        server.major() >= WITH_ALL_OF_THE_MODEL, "older versions lack some of the model");
    SchemaModel model = Looks.at(server, Corpus.create(server, Corpus.cases(server.major())));

    Map<String, Set<Object>> values = new HashMap<>();
    Components.values(
        model,
        (component, value) -> values.computeIfAbsent(component, any -> new HashSet<>()).add(value));
    Set<String> monotonous = Components.all();
    monotonous.removeIf(component -> values.getOrDefault(component, Set.of()).size() > 1);
    monotonous.removeAll(SensitivityIT.UNREACHABLE.keySet());
    monotonous.remove("Subscription.enabled"); // It would try to connect, and no dump enables it.

    assertThat(monotonous).isEmpty();
    assertThat(model.unsupported()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aRoleWithoutAnyRightReadsTheSame(int major) {
    PostgresServer server = Databases.postgres(major);
    String database = Corpus.create(server, Corpus.cases(major));
    server.run("postgres", "create role corpus_nobody login password 'x'");

    SchemaModel asNobody = Looks.at(server.url("corpus_nobody:x", database));

    SchemaModel asSuperuser = Looks.at(server, database);
    assertThat(Looks.differences(asSuperuser, asNobody)).isEmpty();
    assertThat(asNobody.unsupported()).isEqualTo(asSuperuser.unsupported());
  }

  static List<Integer> versions() {
    return Databases.versions();
  }
}
