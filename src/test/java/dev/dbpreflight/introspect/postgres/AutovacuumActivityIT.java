package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.Maintenance.Kind;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.OwnServer;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Autovacuum as it is: on a server where it runs, and so slowly that it can be looked at. */
class AutovacuumActivityIT {
  private static final Map<String, String> EAGER_AND_SLOW =
      Map.of(
          "autovacuum", "on",
          "autovacuum_naptime", "1s",
          "autovacuum_vacuum_cost_delay", "100ms",
          "autovacuum_vacuum_cost_limit", "1",
          "synchronous_commit", "off");

  /** Its age is over the limit of its own, the least there can be, after so many transactions. */
  private static final String OLD =
      """
      create table old (line text)
        with (autovacuum_freeze_max_age = 100000, autovacuum_enabled = off);
      insert into old select repeat('x', 1000) from generate_series(1, 3000);
      """;

  private static final String TRANSACTIONS =
      "do $$ begin for i in 1..100100 loop perform txid_current(); commit; end loop; end $$";

  private static final String CHURNED =
      """
      create table churned (line text);
      insert into churned select repeat('x', 1000) from generate_series(1, 3000);
      """;

  static List<Integer> versions() {
    return List.of(Databases.versions().getFirst(), Databases.versions().getLast());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theOneThatPreventsWraparoundIsToldFromTheOneThatGivesWay(int major)
      throws IOException, InterruptedException {
    try (OwnServer own = new OwnServer(major, EAGER_AND_SLOW)) {
      PostgresServer server = own.server();
      CatalogReading reading = CatalogReading.of(server, OLD, CHURNED, "delete from churned");
      server.run(reading.database(), TRANSACTIONS, "create role nobody login");

      Maintenance old = awaited(reading, "old");
      Maintenance churned = awaited(reading, "churned");

      assertThat(old.kind()).isEqualTo(Kind.AGAINST_WRAPAROUND);
      assertThat(churned.kind()).isEqualTo(Kind.AUTOMATIC);
      assertThat(List.of(old, churned))
          .allMatch(work -> work.command().matches("VACUUM|ANALYZE"))
          .allMatch(work -> work.process().isServers() && work.age().isPresent());
      Conditions seen = conditions(reading, "postgres");
      assertThat(seen.unread()).isEmpty();
      assertThat(seen.activity().stream().flatMap(Activity::bystanders)).isEmpty();
      assertThat(seen.activity().orElseThrow().ofClients()).isEmpty();

      assertThat(conditions(reading, "nobody").unread())
          .extracting(Unread::topic, Unread::remedy)
          .containsExactly(tuple(Topic.MAINTENANCE, "GRANT pg_read_all_stats TO nobody"));
    }
  }

  private static Maintenance awaited(CatalogReading reading, String table)
      throws InterruptedException {
    for (int look = 0; look < 300; look++) {
      Optional<Maintenance> found =
          conditions(reading, "postgres").activity().orElseThrow().maintenance().stream()
              .filter(work -> work.table().equals(new ObjectName("public", table)))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("autovacuum does not come to " + table);
  }

  private static Conditions conditions(CatalogReading reading, String user) {
    try (Session session = reading.session(user)) {
      ServerActivity area = new ServerActivity(Grantee.of(session));
      return area.with(Conditions.NONE, session.ask(area.queries()));
    }
  }
}
