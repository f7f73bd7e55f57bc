package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.support.SchemaBuilder.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views, sequences of their own, and triggers, rules and policies, as whole records. */
class PostgresViewsIT {

  static Stream<PostgresServer> servers() {
    return RelationReading.servers();
  }

  static Stream<PostgresServer> serversWithUnloggedSequences() {
    return RelationReading.serversFrom(15);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aViewIsReadWhole(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table t (a integer, b varchar(3));
            create view v with (security_barrier = true, check_option = local) as select a, b from t;
            alter view v alter a set default 7;
            comment on view v is 'seen';
            comment on column v.b is 'one letter';
            create function f() returns trigger language plpgsql as 'begin return new; end';
            create trigger instead instead of insert on v for each row execute function f();
            create rule nothing as on delete to v do instead nothing;
            """);

    View view = reading.view("public.v");
    assertThat(view)
        .isEqualTo(
            new View(
                name("public.v"),
                false,
                List.of(
                    with(Column.of("a", 1, "integer"), "defaultExpression", SqlText.of("7")),
                    with(Column.of("b", 2, "character varying(3)"), "comment", "one letter")),
                view.definition(),
                List.of("check_option=local", "security_barrier=true"),
                List.of(),
                List.of(
                    new Trigger(
                        "instead",
                        SqlText.of(
                            "CREATE TRIGGER instead INSTEAD OF INSERT ON public.v"
                                + " FOR EACH ROW EXECUTE FUNCTION public.f()"),
                        "ORIGIN",
                        "")),
                List.of(
                    new RewriteRule(
                        "nothing",
                        SqlText.of(
                            "CREATE RULE nothing AS\n"
                                + "    ON DELETE TO public.v DO INSTEAD NOTHING;"),
                        "ORIGIN",
                        "")),
                Storage.DEFAULT,
                reading.attributes("seen")));
    assertThat(view.definition().text()).contains("FROM public.t").endsWith(";");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aMaterializedViewIsReadWithItsIndexes(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table t (a integer);
            create materialized view m with (fillfactor = 50) as select a from t with no data;
            create unique index m_a on m (a);
            """);

    View view = reading.view("public.m");
    assertThat(view.materialized()).isTrue();
    assertThat(view.columns()).containsExactly(Column.of("a", 1, "integer"));
    assertThat(view.storage()).isEqualTo(new Storage("heap", "", List.of("fillfactor=50")));
    assertThat(view.options()).isEmpty();
    assertThat(view.definition().text()).contains("FROM public.t");
    assertThat(view.indexes()).extracting(Index::name).containsExactly("m_a");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void policiesAreReadWhole(PostgresServer server) {
    server.run("postgres", "create role \"Reader, x\"", "create role auditor");
    Table table =
        RelationReading.of(
                server,
                """
                create table t (a integer);
                alter table t enable row level security;
                create policy everybody on t using (a > 0);
                create policy few on t as restrictive for update to auditor, "Reader, x"
                  using (a in (select 1)) with check (a < 5);
                create policy writers on t for insert to current_user with check (true);
                comment on policy few on t is 'not all';
                """)
            .table("public.t");

    assertThat(table.rowSecurity()).isEqualTo(Table.RowSecurity.ENABLED);
    assertThat(table.policies().get(0))
        .isEqualTo(
            new Policy(
                "everybody",
                true,
                "ALL",
                List.of("PUBLIC"),
                SqlText.of("(a > 0)"),
                SqlText.NONE,
                ""));
    assertThat(table.policies().get(1))
        .isEqualTo(
            new Policy(
                "few",
                false,
                "UPDATE",
                List.of("Reader, x", "auditor"),
                table.policies().get(1).using(),
                SqlText.of("(a < 5)"),
                "not all"));
    assertThat(table.policies().get(1).using().text()).contains("SELECT 1");
    assertThat(table.policies().get(2))
        .isEqualTo(
            new Policy(
                "writers",
                true,
                "INSERT",
                List.of("postgres"),
                SqlText.NONE,
                SqlText.of("true"),
                ""));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void triggersAndRulesSayWhetherTheyAreOn(PostgresServer server) {
    Table table =
        RelationReading.of(
                server,
                """
                create table other (id integer primary key);
                create table t (a integer references other);
                create function f() returns trigger language plpgsql as 'begin return new; end';
                create trigger a before update of a on t for each row
                  when (old.a is distinct from new.a) execute function f('x', 'it''s');
                create trigger b after insert on t referencing new table as added
                  for each statement execute function f();
                create constraint trigger c after delete on t deferrable initially deferred
                  for each row execute function f();
                create trigger d after truncate on t execute function f();
                alter table t disable trigger a, enable replica trigger b, enable always trigger c;
                comment on trigger a on t is 'watch';
                create rule r as on insert to t do also notify t;
                alter table t disable rule r;
                comment on rule r on t is 'tell';
                """)
            .table("public.t");

    assertThat(table.triggers())
        .extracting(Trigger::enabled)
        .containsExactly("DISABLED", "REPLICA", "ALWAYS", "ORIGIN");
    assertThat(table.triggers().getFirst())
        .isEqualTo(
            new Trigger(
                "a",
                SqlText.of(
                    "CREATE TRIGGER a BEFORE UPDATE OF a ON public.t FOR EACH ROW"
                        + " WHEN ((old.a IS DISTINCT FROM new.a))"
                        + " EXECUTE FUNCTION public.f('x', 'it''s')"),
                "DISABLED",
                "watch"));
    assertThat(table.triggers().get(2).definition().text())
        .startsWith("CREATE CONSTRAINT TRIGGER c")
        .contains("DEFERRABLE INITIALLY DEFERRED");
    assertThat(table.rules()).extracting(RewriteRule::enabled).containsExactly("DISABLED");
    assertThat(table.rules()).extracting(RewriteRule::comment).containsExactly("tell");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void sequencesAreReadWhole(PostgresServer server) {
    RelationReading reading =
        RelationReading.of(
            server,
            """
            create table t (a integer);
            create sequence s as smallint start 5 increment -5 minvalue -100 maxvalue 100 cache 7 cycle
              owned by t.a;
            comment on sequence s is 'down';
            create sequence free;
            create table counted (id integer generated always as identity);
            """);

    assertThat(reading.model().all(Sequence.class))
        .containsExactly(
            new Sequence(
                name("public.free"),
                new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false),
                "",
                false,
                sequenceAttributes("")),
            new Sequence(
                name("public.s"),
                new SequenceOptions("smallint", 5, -5, -100, 100, 7, true),
                "public.t.a",
                false,
                sequenceAttributes("down")));
  }

  @ParameterizedTest
  @MethodSource("serversWithUnloggedSequences")
  void unloggedSequencesAreRead(PostgresServer server) {
    assertThat(
            RelationReading.of(server, "create unlogged sequence s")
                .find(Sequence.class, "public.s"))
        .extracting(Sequence::unlogged)
        .isEqualTo(true);
  }

  private static Attributes sequenceAttributes(String comment) {
    return new Attributes(
        "postgres",
        List.of(
            new Grant("postgres", "SELECT", false),
            new Grant("postgres", "UPDATE", false),
            new Grant("postgres", "USAGE", false)),
        comment);
  }

  private static Column with(Column column, String component, Object value) {
    return Records.with(column, component, value);
  }
}
