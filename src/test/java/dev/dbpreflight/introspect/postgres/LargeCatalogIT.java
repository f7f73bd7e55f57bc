package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.LargeCatalog;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A large catalog is read another way, by two sessions; what is seen must be the same. */
class LargeCatalogIT {
  static List<Integer> oldestAndNewest() {
    return Databases.oldestAndNewestVersion();
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

  /**
   * What does not fit into the memory that a query may take goes into files on the server's disk.
   */
  @Test
  void nothingIsWrittenToTheServersDisk() throws InterruptedException {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase();
    LargeCatalog.make(server, database);
    server.run("postgres", "ALTER DATABASE " + database + " SET work_mem = '64kB'");
    server.run(database, "SELECT count(*) FROM (SELECT * FROM pg_attribute ORDER BY attname) a");
    long ofTheSort = temporaryFiles(server, database);
    assertThat(ofTheSort).isPositive();

    assertThat(Looks.at(server, database).objects()).hasSizeGreaterThan(10_000);

    assertThat(temporaryFiles(server, database)).isEqualTo(ofTheSort);
  }

  /** The server counts them a little later. */
  private static long temporaryFiles(PostgresServer server, String database)
      throws InterruptedException {
    Thread.sleep(1500);
    String files = "SELECT temp_files FROM pg_stat_database WHERE datname = '" + database + "'";
    return Long.parseLong(server.strings("postgres", files).getFirst());
  }

  private static boolean isPadding(SchemaObject object) {
    return object.name().schema().equals(LargeCatalog.SCHEMA)
        || object.name().name().equals(LargeCatalog.SCHEMA);
  }
}
