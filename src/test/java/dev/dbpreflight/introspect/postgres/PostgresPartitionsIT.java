package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.support.SchemaBuilder.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a partition has from its parent is told there; what it has of its own is told here. */
class PostgresPartitionsIT {

  private static final String TREE =
      """
      create table device (id integer primary key);
      create function f() returns trigger language plpgsql as 'begin return new; end';
      create table reading (
        device integer not null references device, at date not null, n integer check (n > 0),
        primary key (device, at), unique (at, device)
      ) partition by range (at);
      create index by_n on reading (n, lower(n::text));
      create trigger tell after insert on reading for each row execute function f();
      create table reading_1 partition of reading (n default 5, constraint own check (n < 9))
        for values from ('2024-01-01') to ('2025-01-01');
      create index own_index on reading_1 (n desc);
      create unique index own_key on reading_1 (n, at);
      create trigger own_trigger before update on reading_1 for each row execute function f();
      create table reading_2 (n integer constraint reading_n_check check (n > 0), at date not null,
        device integer not null, constraint handmade primary key (device, at));
      alter table reading attach partition reading_2 for values from ('2025-01-01') to (maxvalue);
      create table reading_rest partition of reading default partition by list (device);
      create table reading_rest_1 partition of reading_rest for values in (1, 2);
      create table alarm (device integer, at date, foreign key (device, at) references reading);
      """;

  static Stream<PostgresServer> servers() {
    return RelationReading.servers();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theParentTellsEverythingOnce(PostgresServer server) {
    RelationReading reading = RelationReading.of(server, TREE);
    Table parent = reading.table("public.reading");

    assertThat(parent.form()).isEqualTo(Table.Form.PARTITIONED);
    assertThat(parent.inheritance())
        .isEqualTo(new Inheritance(List.of(), SqlText.of("RANGE (at)"), SqlText.NONE));
    assertThat(parent.constraints())
        .extracting(Constraint::name)
        .containsExactly(
            "reading_at_device_key", "reading_device_fkey", "reading_n_check", "reading_pkey");
    assertThat(parent.indexes()).extracting(Index::name).containsExactly("by_n");
    assertThat(parent.triggers()).extracting(Trigger::name).containsExactly("tell");
    assertThat(reading.table("public.alarm").constraints())
        .extracting(Constraint::name)
        .containsExactly("alarm_device_at_fkey");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPartitionTellsOnlyItsOwn(PostgresServer server) {
    RelationReading reading = RelationReading.of(server, TREE);
    Table first = reading.table("public.reading_1");

    assertThat(first.inheritance())
        .isEqualTo(
            new Inheritance(
                List.of(name("public.reading")),
                SqlText.NONE,
                SqlText.of("FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")));
    assertThat(first.columns()).allMatch(column -> column.inherited());
    assertThat(first.column("n").orElseThrow().defaultExpression()).isEqualTo(SqlText.of("5"));
    assertThat(first.constraints()).extracting(Constraint::name).containsExactly("own");
    assertThat(first.indexes()).extracting(Index::name).containsExactly("own_index", "own_key");
    assertThat(first.triggers()).extracting(Trigger::name).containsExactly("own_trigger");
    assertThat(reading.table("public.reading_2"))
        .isEqualTo(
            reading.expected(
                "public.reading_2",
                table ->
                    table
                        .column("n", "integer")
                        .setColumn("inherited", true)
                        .column("at", "date")
                        .notNull()
                        .setColumn("inherited", true)
                        .column("device", "integer")
                        .notNull()
                        .setColumn("inherited", true)
                        .set(
                            "inheritance",
                            new Inheritance(
                                List.of(name("public.reading")),
                                SqlText.NONE,
                                SqlText.of("FOR VALUES FROM ('2025-01-01') TO (MAXVALUE)")))));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aPartitionCanHavePartitions(PostgresServer server) {
    RelationReading reading = RelationReading.of(server, TREE);

    assertThat(reading.table("public.reading_rest"))
        .satisfies(
            table -> {
              assertThat(table.form()).isEqualTo(Table.Form.PARTITIONED);
              assertThat(table.storage()).isEqualTo(Storage.DEFAULT);
              assertThat(table.constraints()).isEmpty();
              assertThat(table.indexes()).isEmpty();
              assertThat(table.triggers()).isEmpty();
            })
        .extracting(Table::inheritance)
        .isEqualTo(
            new Inheritance(
                List.of(name("public.reading")),
                SqlText.of("LIST (device)"),
                SqlText.of("DEFAULT")));
    assertThat(reading.table("public.reading_rest_1").inheritance())
        .isEqualTo(
            new Inheritance(
                List.of(name("public.reading_rest")),
                SqlText.NONE,
                SqlText.of("FOR VALUES IN (1, 2)")));
    assertThat(reading.table("public.reading_rest_1").constraints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aCloneIsToldWhereSomebodySwitchedItOff(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            TREE,
            "alter table reading_2 disable trigger tell; alter table reading_1 disable trigger"
                + " all");

    assertThat(reading.table("public.reading_2").triggers())
        .containsExactly(
            new Trigger(
                "tell",
                SqlText.of(
                    "CREATE TRIGGER tell AFTER INSERT ON public.reading_2"
                        + " FOR EACH ROW EXECUTE FUNCTION public.f()"),
                "DISABLED",
                ""));
    assertThat(reading.table("public.reading_1").triggers())
        .extracting(Trigger::name, Trigger::enabled)
        .containsExactly(tuple("own_trigger", "DISABLED"), tuple("tell", "DISABLED"));
    assertThat(reading.table("public.reading").triggers())
        .extracting(Trigger::enabled)
        .containsExactly("ORIGIN");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anIndexOfTheParentAloneIsNotValidYet(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table t (a integer) partition by hash (a);
            create table t_0 partition of t for values with (modulus 2, remainder 0);
            create index i on only t (a);
            """);

    assertThat(reading.table("public.t").indexes()).extracting(Index::valid).containsExactly(false);
    assertThat(reading.table("public.t_0").inheritance().partitionBound())
        .isEqualTo(SqlText.of("FOR VALUES WITH (modulus 2, remainder 0)"));
  }
}
