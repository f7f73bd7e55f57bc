package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.LargeCatalog;
import dev.dbpreflight.support.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A large catalog is read another way, by two sessions; what is seen must be the same. */
class LargeCatalogIT {
  static Stream<Integer> oldestAndNewest() {
    return Stream.of(Databases.versions().getFirst(), Databases.versions().getLast()).distinct();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void everyCaseIsSeenAsInASmallOne(int major) {
    PostgresServer server = Databases.postgres(major);
    String database = Corpus.create(server, Corpus.cases(major));
    SchemaModel small = Looks.at(server, database);

    LargeCatalog.make(server, database);
    SchemaModel large = Looks.at(server, database);

    assertThat(large.objects()).hasSizeGreaterThan(10_000);
    assertThat(large.only(object -> !isPadding(object))).isEqualTo(small);
  }

  private static boolean isPadding(SchemaObject object) {
    return object.name().schema().equals(LargeCatalog.SCHEMA)
        || object.name().name().equals(LargeCatalog.SCHEMA);
  }
}
