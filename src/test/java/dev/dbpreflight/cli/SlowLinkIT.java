package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.FaultProxy;
import dev.dbpreflight.support.PostgresServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A server far away: every turn of the talk costs the way there and back. */
class SlowLinkIT {
  private static final Duration EACH_WAY = Duration.ofMillis(25);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** About TLS, and to log in. */
  private static final int TO_CONNECT = 2;

  private static final int MOST = 12;

  private static final String MANY_TABLES =
      """
      CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
      INSERT INTO alembic_version VALUES ('v1');
      DO $$ BEGIN
        FOR i IN 1..300 LOOP
          EXECUTE format('CREATE TABLE t%s (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,'
            || ' name text NOT NULL DEFAULT upper(''x''), CHECK (length(name) > 0))', i);
          EXECUTE format('CREATE INDEX ON t%s (lower(name))', i);
          EXECUTE format('CREATE VIEW v%s AS SELECT name FROM t%s', i, i);
        END LOOP;
      END $$;
      """;

  @Test
  void manyTablesNeedFewTurns() {
    PostgresServer server = Databases.newest();
    String database = server.createDatabase(MANY_TABLES);
    try (FaultProxy proxy = FaultProxy.to(server).delaying(EACH_WAY)) {
      FaultRun run = FaultRun.check(proxy.url(database), LONG);
      run.assertHonest();

      assertThat(run.run().exitCode()).as(run.toString()).isZero();
      // The farewell is sent without waiting for anything; it may come with the turn before.
      assertThat(proxy.turns() - TO_CONNECT - 1).isLessThanOrEqualTo(MOST);
    }
  }
}
