package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.ChangeText;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.report.Comparison;
import dev.dbpreflight.report.ComparisonJson;
import dev.dbpreflight.report.ComparisonText;
import dev.dbpreflight.report.Style;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What other tools miss must be told: here is a difference, and it says what differs. */
class MissedDriftIT {
  private final PostgresServer server = Databases.newest();

  @Test
  void changedColumnDefault() {
    assertThat(
            changes(
                "create table t (a integer default 1, b text default 'x', c date default"
                    + " current_date)",
                "create table t (a integer default 2, b text default 'X', c date default now())"))
        .containsExactly(
            "column \"public.t.a\": default expression is 2, expected 1",
            "column \"public.t.b\": default expression is 'X'::text, expected 'x'::text",
            "column \"public.t.c\": default expression is now(), expected CURRENT_DATE");
  }

  @Test
  void checkConstraintsOfTheSameName() {
    assertThat(
            changes(
                "create table t (a integer constraint c check (a > 0))",
                "create table t (a integer constraint c check (a > 1))"))
        .containsExactly("check \"public.t.c\": expression is (a > 1), expected (a > 0)");
  }

  @Test
  void viewsFunctionsAndPolicies() {
    String table = "create table t (a integer);";
    assertThat(
            changes(
                table
                    + """
                    create view v as select a from t;
                    create function f() returns integer language sql as 'select 1';
                    create policy p on t using (a = 1);
                    """,
                table
                    + """
                    create view v as select a from t where a > 1;
                    create function f() returns integer language sql as 'select 2';
                    create policy p on t using (a = 2);
                    create view new_view as select 1;
                    create function new_function() returns integer language sql as 'select 1';
                    create policy new_policy on t using (true);
                    """))
        .extracting(line -> line.replaceAll("(:| is not).*", ""))
        .containsExactly(
            "function \"public.f()\"",
            "function \"public.new_function()\"",
            "view \"public.new_view\"",
            "policy \"public.t.new_policy\"",
            "policy \"public.t.p\"",
            "view \"public.v\"");
  }

  @Test
  void uniqueConstraintsAboveATableCount() {
    String tables =
        """
        do $$ begin for i in 1..1500 loop
          execute format('create table t_%s (id integer primary key, a text unique)', i);
        end loop; end $$;
        """;
    assertThat(changes(tables, tables + "alter table t_1499 drop constraint t_1499_a_key;"))
        .containsExactly("unique \"public.t_1499.t_1499_a_key\" is missing");
  }

  @Test
  void viewOwnerOnWhichRowSecurityDepends() {
    server.run("postgres", "create role view_owner");
    String script =
        """
        create table t (a integer);
        alter table t enable row level security;
        create view v as select a from t;
        """;
    SchemaModel expected = Looks.at(server, server.createDatabase(script));
    SchemaModel live =
        Looks.at(server, server.createDatabase(script, "alter view v owner to view_owner"));

    assertThat(new SchemaDiff(Set.of(Aspect.OWNERS)).compare(expected, live))
        .extracting(ChangeText::sentence)
        .containsExactly("view \"public.v\": owner is view_owner, expected postgres");
    assertThat(new SchemaDiff(Set.of()).compare(expected, live)).isEmpty();
  }

  @Test
  void columnLengthInJson() {
    List<Change> changes =
        compare("create table t (a varchar(10))", "create table t (a varchar(20))");

    assertThat(new ComparisonJson().format(comparison(changes)))
        .contains("\"equal\" : false")
        .contains("\"property\" : \"type\"")
        .contains("\"expected\" : \"character varying(10)\"")
        .contains("\"actual\" : \"character varying(20)\"");
  }

  @Test
  void driftIsNeverToldWithoutWhatDrifted() {
    List<Change> changes =
        compare("create table t (a integer); create index i on t (a)", "create table t (a bigint)");

    assertThat(changes).hasSize(2);
    assertThat(new ComparisonText(Style.PLAIN).format(comparison(changes)))
        .contains(
            "column \"public.t.a\"",
            "type",
            "integer",
            "bigint",
            "index \"public.t.i\"",
            "missing");
  }

  private static Comparison comparison(List<Change> changes) {
    return new Comparison("0", "expected", "actual", changes, List.of(), List.of());
  }

  private List<String> changes(String expected, String actual) {
    return compare(expected, actual).stream().map(ChangeText::sentence).toList();
  }

  private List<Change> compare(String expected, String actual) {
    return new SchemaDiff(Set.of())
        .compare(
            Looks.at(server, server.createDatabase(expected)),
            Looks.at(server, server.createDatabase(actual)));
  }
}
