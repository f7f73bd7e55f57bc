package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.support.SchemaBuilder.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.connect.Session.Traffic;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog as a whole: whatever it is called, made in whatever order, however much there is. */
class PostgresIntrospectorIT {

  private static final String HOSTILE = "\"; drop table users; --\n'quoted', \\ {a,b} \t😀";

  static Stream<PostgresServer> servers() {
    return RelationReading.servers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void namesCanHoldAnything(PostgresServer server) {
    String quoted = '"' + HOSTILE.replace("\"", "\"\"") + '"';
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table users (id integer);
            create schema NAME;
            create table NAME.NAME (NAME integer, other text,
              constraint "key of NAME primary key (NAME));
            create index on NAME.NAME (NAME, other) include (NAME) where NAME > 0;
            create table child (a integer references NAME.NAME);
            create table heir () inherits (NAME.NAME);
            create sequence NAME.s owned by NAME.NAME.NAME;
            comment on column NAME.NAME.NAME is COMMENT;
            """
                .replace("\"key of NAME", "\"key of " + quoted.substring(1))
                .replace("NAME", quoted)
                .replace(
                    "COMMENT", "E'" + HOSTILE.replace("\\", "\\\\").replace("'", "\\'") + "'"));
    ObjectName hostile = new ObjectName(HOSTILE, HOSTILE);
    Table table = reading.model().table(hostile).orElseThrow();

    assertThat(reading.table("public.users").columns())
        .containsExactly(Column.of("id", 1, "integer"));
    assertThat(table.columns().getFirst().name()).isEqualTo(HOSTILE);
    assertThat(table.columns().getFirst().comment()).isEqualTo(HOSTILE);
    assertThat(table.primaryKey().orElseThrow().columns()).containsExactly(HOSTILE);
    assertThat(table.primaryKey().orElseThrow().name()).isEqualTo("key of " + HOSTILE);
    assertThat(table.indexes().getFirst().include()).containsExactly(HOSTILE);
    assertThat(table.indexes().getFirst().keys())
        .containsExactly(Index.Key.of(HOSTILE), Index.Key.of("other"));
    assertThat(reading.table("public.child").constraints(Constraint.ForeignKey.class))
        .extracting(Constraint.ForeignKey::references)
        .containsExactly(hostile);
    assertThat(reading.model().all(Sequence.class))
        .extracting(Sequence::ownedBy)
        .containsExactly(String.join(".", HOSTILE, HOSTILE, HOSTILE));
    assertThat(reading.table("public.heir").inheritance().parents()).containsExactly(hostile);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theOrderOfCreationDoesNotMatter(PostgresServer server) {
    List<String> scripts =
        List.of(
            "create table a (x integer primary key, y text check (y <> ''), z text)",
            "create table b (x integer primary key, y text check (y <> ''))",
            "create sequence s",
            "create view v as select 1 as one",
            "create type t as enum ('x')",
            "create schema other; create table other.a (x text)");
    List<String> indexes = List.of("create index i on a (y)", "create index h on a (z)");
    RelationReading one =
        RelationReading.of(
            server, Stream.concat(scripts.stream(), indexes.stream()).toArray(String[]::new));
    RelationReading other =
        RelationReading.of(
            server,
            Stream.concat(scripts.reversed().stream(), indexes.reversed().stream())
                .toArray(String[]::new));

    assertThat(other.model()).isEqualTo(one.model());
    assertThat(other.model().toString()).isEqualTo(one.model().toString());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatIsAskedDoesNotDependOnHowMuchThereIs(PostgresServer server) {
    String tables =
        """
        create function made(many integer) returns void language plpgsql as $$ begin
          for i in 1..many loop
            execute format('create table t_%s (id serial primary key, a text default ''x'' check (a <> %L))', i, i);
            execute format('create index on t_%s (lower(a)) where id > %s', i, i);
            execute format('create view v_%s as select a from t_%s', i, i);
          end loop;
        end $$;
        """;
    Traffic few = traffic(server, server.createDatabase(tables, "select made(1)"));
    Traffic many = traffic(server, server.createDatabase(tables, "select made(150)"));

    assertThat(many).isEqualTo(few);
    assertThat(few.roundTrips()).as("beginning, everything else").isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void checksThatReadAlikeAreToldApartByTheirColumns(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table a (x integer check (x > 0), y integer);
            create table b (y integer check (y > 0), x integer);
            create table c (x integer, y integer check (y > 0));
            create table d (x integer check (x > 0), y integer);
            create table e (x integer, check (e is not null));
            create table f (x integer, check (f is not null));
            """);

    assertThat(reading.model().tables())
        .flatExtracting(table -> table.constraints(Constraint.Check.class))
        .extracting(check -> check.expression().text())
        .containsExactly(
            "(x > 0)", "(y > 0)", "(y > 0)", "(x > 0)", "(e.* IS NOT NULL)", "(f.* IS NOT NULL)");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theMarkThatTheServerPutsIntoOptionsIsNotRead(PostgresServer server) {
    String database = server.createDatabase("create table t (a integer, b integer, c integer)");
    SchemaModel before = Looks.at(server, database);
    // As the minor versions of November 2026 do by themselves.
    server.run(
        database,
        """
        update pg_attribute set attoptions = '{pg_attver=18270144}'
          where attrelid = 't'::regclass and attnum in (1, 2);
        update pg_attribute set attoptions = '{pg_attver=18270144,n_distinct=5}'
          where attrelid = 't'::regclass and attnum = 3;
        """);

    Table marked = Looks.at(server, database).table(name("public.t")).orElseThrow();
    assertThat(marked.columns().subList(0, 2))
        .isEqualTo(before.table(name("public.t")).orElseThrow().columns().subList(0, 2));
    assertThat(marked.columns().getLast().options()).containsExactly("n_distinct=5");
  }

  private static Traffic traffic(PostgresServer server, String database) {
    try (Session session = Looks.open(server.url(database))) {
      new PostgresIntrospector().schema(session);
      return session.traffic();
    }
  }
}
