package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.support.SchemaBuilder.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Check;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.model.Constraint.Exclusion;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints of every type with every option, as whole records. */
class PostgresConstraintsIT {

  static Stream<PostgresServer> servers() {
    return RelationReading.servers();
  }

  static Stream<PostgresServer> serversFrom15() {
    return RelationReading.serversFrom(15);
  }

  static Stream<PostgresServer> serversFrom18() {
    return RelationReading.serversFrom(18);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void keysAreReadWithTheirIndexes(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table t (a integer, gone integer, b integer, c integer, d text,
              constraint pk primary key (c, a) include (d) with (fillfactor = 60),
              unique (b) deferrable initially deferred,
              constraint u unique (b, d) include (a) deferrable);
            alter table t drop column gone;
            comment on constraint pk on t is 'the key';
            create unique index late on t (d);
            alter table t add constraint adopted unique using index late;
            """);

    assertThat(reading.table("public.t").constraints())
        .containsExactly(
            unique("adopted", List.of("d"), List.of(), Deferral.NOT_DEFERRABLE),
            new PrimaryKey(
                "pk",
                List.of("c", "a"),
                List.of("d"),
                false,
                false,
                List.of(),
                "",
                Deferral.NOT_DEFERRABLE,
                new Storage("", "", List.of("fillfactor=60")),
                "the key"),
            unique("t_b_key", List.of("b"), List.of(), Deferral.INITIALLY_DEFERRED),
            unique("u", List.of("b", "d"), List.of("a"), Deferral.INITIALLY_IMMEDIATE));
    assertThat(reading.table("public.t").indexes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void foreignKeysAreReadWithTheirActions(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create schema other;
            create table other.parent (x integer, y integer, primary key (y, x));
            create table t (a integer, b integer, c integer primary key,
              constraint self foreign key (a) references t,
              constraint far foreign key (b, a) references other.parent (y, x)
                match full on update cascade on delete restrict deferrable initially deferred);
            alter table t add constraint later foreign key (a) references t (c)
              on update set null on delete set default deferrable not valid;
            """);

    ForeignKey self = foreignKey("self", List.of("a"), "public.t", List.of("c"));
    assertThat(reading.table("public.t").constraints(ForeignKey.class))
        .containsExactly(
            with(
                with(
                    with(
                        with(
                            foreignKey("far", List.of("b", "a"), "other.parent", List.of("y", "x")),
                            "onUpdate",
                            "CASCADE"),
                        "onDelete",
                        "RESTRICT"),
                    "match",
                    "FULL"),
                "deferral",
                Deferral.INITIALLY_DEFERRED),
            with(
                with(
                    with(
                        with(with(self, "name", "later"), "onUpdate", "SET NULL"),
                        "onDelete",
                        "SET DEFAULT"),
                    "deferral",
                    Deferral.INITIALLY_IMMEDIATE),
                "validated",
                false),
            self);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void foreignKeyToATableOfAnExtensionNamesIt(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create extension citext;
            create table owned_by_it (id serial primary key);
            alter extension citext add table owned_by_it;
            alter extension citext add sequence owned_by_it_id_seq;
            create table t (a integer references owned_by_it);
            """);

    assertThat(reading.model().tables())
        .extracting(table -> table.name().name())
        .containsExactly("t");
    assertThat(reading.table("public.t").constraints())
        .containsExactly(foreignKey("t_a_fkey", List.of("a"), "public.owned_by_it", List.of("id")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void checksAreReadAsTheServerPrintsThem(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create function limit_of(text) returns integer language sql immutable return 5;
            create table t (a integer, state text check (state in ('x', 'y')),
              constraint here check (a < limit_of(state)) no inherit);
            alter table t add constraint later check (a is not null) not valid;
            comment on constraint later on t is 'soon';
            create table child (check (a > 0)) inherits (t);
            """);

    assertThat(reading.table("public.t").constraints())
        .containsExactly(
            new Check(
                "here", SqlText.of("(a < public.limit_of(state))"), true, true, true, false, ""),
            new Check("later", SqlText.of("(a IS NOT NULL)"), false, true, false, false, "soon"),
            check("t_state_check", "(state = ANY (ARRAY['x'::text, 'y'::text]))"));
    assertThat(reading.table("public.child").constraints())
        .contains(check("child_a_check", "(a > 0)"))
        .contains(
            with(
                check("t_state_check", "(state = ANY (ARRAY['x'::text, 'y'::text]))"),
                "inherited",
                true))
        .noneMatch(constraint -> constraint.name().equals("here"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void exclusionsAreReadElementByElement(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create extension btree_gist;
            create table t (room integer, building text, during tsrange, guest text,
              constraint once exclude using gist (room with =, lower(building) with =, during with &&)
                include (guest) with (fillfactor = 75) where (guest is not null) deferrable,
              constraint sorted exclude (guest collate "C" desc nulls last with =));
            """);

    assertThat(reading.table("public.t").constraints())
        .containsExactly(
            new Exclusion(
                "once",
                "gist",
                List.of("room WITH =", "lower(building) WITH =", "during WITH &&"),
                List.of("guest"),
                SqlText.of("(guest IS NOT NULL)"),
                Deferral.INITIALLY_IMMEDIATE,
                new Storage("", "", List.of("fillfactor=75")),
                ""),
            new Exclusion(
                "sorted",
                "btree",
                List.of("guest COLLATE C DESC NULLS LAST WITH ="),
                List.of(),
                SqlText.NONE,
                Deferral.NOT_DEFERRABLE,
                Storage.DEFAULT,
                ""));
  }

  @ParameterizedTest
  @MethodSource("serversFrom15")
  void nullsNotDistinctAndColumnsOfSetNullAreRead(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table parent (a integer, b integer, primary key (a, b));
            create table t (a integer, b integer,
              constraint u unique nulls not distinct (b),
              constraint f foreign key (a, b) references parent on delete set null (b));
            """);

    assertThat(reading.table("public.t").constraints())
        .containsExactly(
            with(
                with(
                    foreignKey("f", List.of("a", "b"), "public.parent", List.of("a", "b")),
                    "onDelete",
                    "SET NULL"),
                "onDeleteColumns",
                List.of("b")),
            with(
                unique("u", List.of("b"), List.of(), Deferral.NOT_DEFERRABLE),
                "nullsNotDistinct",
                true));
  }

  @ParameterizedTest
  @MethodSource("serversFrom18")
  void periodsAndConstraintsThatAreNotEnforcedAreRead(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create extension btree_gist;
            create table price (id integer, valid daterange, code text,
              constraint pk primary key (id, valid without overlaps),
              constraint u unique (code, valid without overlaps));
            create table sale (id integer, during daterange,
              constraint f foreign key (id, period during) references price (id, period valid),
              constraint c check (id > 0) not enforced);
            alter table sale add constraint g foreign key (id) references sale2 not enforced;
            """
                .replace(
                    "create table sale (",
                    "create table sale2 (id integer primary key); create table sale ("));

    assertThat(reading.table("public.price").primaryKey().orElseThrow().withoutOverlaps()).isTrue();
    assertThat(reading.table("public.price").constraints(Unique.class))
        .containsExactly(
            with(
                unique("u", List.of("code", "valid"), List.of(), Deferral.NOT_DEFERRABLE),
                "withoutOverlaps",
                true));
    assertThat(reading.table("public.sale").constraints())
        .containsExactly(
            new Check("c", SqlText.of("(id > 0)"), false, false, false, false, ""),
            with(
                foreignKey("f", List.of("id", "during"), "public.price", List.of("id", "valid")),
                "period",
                true),
            with(
                with(
                    foreignKey("g", List.of("id"), "public.sale2", List.of("id")),
                    "enforced",
                    false),
                "validated",
                false));
  }

  private static Unique unique(
      String name, List<String> columns, List<String> include, Deferral deferral) {
    return new Unique(name, columns, include, false, false, "", deferral, Storage.DEFAULT, "");
  }

  private static Check check(String name, String expression) {
    return new Check(name, SqlText.of(expression), true, true, false, false, "");
  }

  private static ForeignKey foreignKey(
      String name, List<String> columns, String references, List<String> referenced) {
    return new ForeignKey(
        name,
        columns,
        name(references),
        referenced,
        "NO ACTION",
        "NO ACTION",
        List.of(),
        "SIMPLE",
        Deferral.NOT_DEFERRABLE,
        true,
        true,
        false,
        "");
  }

  private static <C extends Record & Constraint> C with(
      C constraint, String component, Object value) {
    return Records.with(constraint, component, value);
  }
}
