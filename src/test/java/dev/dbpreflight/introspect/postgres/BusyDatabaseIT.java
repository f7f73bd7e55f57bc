package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other sessions come and go with their objects while a database is being read. */
class BusyDatabaseIT {
  private static final String COME =
      """
      create temporary table scratch (
        id serial primary key, a text default 'x' check (a <> ''), b integer unique);
      create index scratch_index on scratch (lower(a)) where b > 3;
      create schema passing;
      create type passing.kind as enum ('a', 'b');
      create table passing.parent (id integer primary key, kind passing.kind default 'a');
      create table passing.child (
        id serial primary key references passing.parent,
        half integer generated always as (1 + 1) stored, check (half > 0),
        exclude (half with =));
      create index passing_index on passing.child (abs(half)) where half > 1;
      create statistics passing.seen on id, half from passing.child;
      create view passing.seen_view as select id, half from passing.child where id in (1, 2);
      create function passing.f(integer default 3) returns integer language sql return 1;
      create function passing.t() returns trigger language plpgsql as 'begin return null; end';
      create trigger t after insert on passing.child for each row execute function passing.t();
      create rule r as on delete to passing.child do instead nothing;
      create policy p on passing.child using (id > 0);
      create publication passing for table passing.child;
      create aggregate passing.a(integer) (sfunc = int4larger, stype = integer);
      create domain passing.d as integer default 3 check (value > 1);
      """;
  private static final String GO =
      """
      drop table scratch;
      drop publication passing;
      drop schema passing cascade;
      """;

  static Stream<PostgresServer> oldestAndNewest() {
    return Stream.of(Databases.oldest(), Databases.newest()).distinct();
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void readingSurvivesObjectsThatComeAndGo(PostgresServer server) throws Exception {
    String database = Corpus.create(server, Corpus.cases(14));
    SchemaModel quiet = Looks.at(server, database);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService others = Executors.newFixedThreadPool(2)) {
      Future<Integer> passing = others.submit(comingAndGoing(server, database, done));
      try {
        for (int time = 0; time < 25; time++) {
          assertThat(Looks.differences(quiet, permanent(server, database))).isEmpty();
        }
      } finally {
        done.set(true);
      }
      assertThat(passing.get()).isPositive();
    }
  }

  private static SchemaModel permanent(PostgresServer server, String database) {
    try (Session session = Looks.open(server.url(database))) {
      PostgresIntrospector introspector = new PostgresIntrospector();
      SchemaModel schema = introspector.schema(session);
      LiveFacts facts = introspector.live(session, schema).facts();
      assertThat(facts.sequences().isEmpty() && facts.notRead().isEmpty())
          .as("neither read nor said to be not read")
          .isFalse();
      return schema.only(
          object ->
              !object.name().schema().equals("passing") && !object.name().name().equals("passing"));
    }
  }

  private static Callable<Integer> comingAndGoing(
      PostgresServer server, String database, AtomicBoolean done) {
    return () -> {
      int times = 0;
      try (Connection connection = server.connect(database);
          Statement statement = connection.createStatement()) {
        while (!done.get()) {
          statement.execute(COME);
          statement.execute(GO);
          times++;
          Thread.sleep(20);
        }
      }
      return times;
    };
  }
}
