package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.Comparison.Equal;
import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Expectation.RowsWithin;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.checks.Expectation.TableExists;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What users expect, held against schemas and answers made by hand. */
class NamedChecksTest {
  private static final String SOURCE = "checks.yaml:7";

  private static final SchemaModel SHOP =
      SchemaBuilder.postgres(16)
          .schema("public")
          .table(
              "public.accounts",
              table ->
                  table
                      .column("id", "integer")
                      .notNull()
                      .column("default_fee", "numeric(10,2)")
                      .defaultTo("'0'::numeric")
                      .column("status", "public.status")
                      .primaryKey("id")
                      .check("fee_positive", "(default_fee >= (0)::numeric)"))
          .table(
              "public.trades",
              table ->
                  table
                      .column("id", "bigint")
                      .column("account_id", "integer")
                      .column("note", "character varying(20)")
                      .defaultTo("'open'::character varying")
                      .foreignKey("account_id", "public.accounts", "id")
                      .index("trades_note", true, "note", "id"))
          .table("billing.invoices", table -> table.column("a b", "text"))
          .table("public.odd.name", table -> table.column("x", "text"))
          .view("public.open_trades", "select 1", "id bigint")
          .build();

  private static final SchemaModel FILE =
      SchemaBuilder.sqlite()
          .table(
              "accounts",
              table ->
                  table.column("id", "INTEGER").column("fee", "DECIMAL(10, 2)").defaultTo("(0)"))
          .build();

  private static NamedChecks checks(SchemaModel schema, Expectation... expectations) {
    NamedCheck check = new NamedCheck("c", Severity.ERROR, Set.of(), List.of(expectations), SOURCE);
    return new NamedChecks(
        List.of(check), schema, Set.of(new ObjectName("public", "alembic_version")));
  }

  private static RuleResult judge(
      SchemaModel schema, Map<Expectation, Answer> answers, Expectation... expectations) {
    return checks(schema, expectations).judge(answers).getFirst();
  }

  private static List<String> texts(RuleResult result) {
    return result.findings().stream().map(judged -> judged.finding().what()).toList();
  }

  private static List<String> wrong(SchemaModel schema, Expectation... expectations) {
    return texts(judge(schema, Map.of(), expectations));
  }

  private static TableExists table(String name) {
    return new TableExists(name, SOURCE);
  }

  @Test
  void findsTables() {
    assertThat(
            wrong(
                SHOP,
                table("accounts"),
                table("public.trades"),
                table("billing.invoices"),
                table("odd.name"),
                table("\"odd.name\""),
                table("alembic_version")))
        .isEmpty();
    assertThat(
            wrong(
                SHOP,
                table("stock_positions"),
                table("invoices"),
                table("acounts"),
                table("open_trades")))
        .containsExactly(
            "table \"public.stock_positions\" is missing",
            "table \"public.invoices\" is missing; another schema has \"billing.invoices\"",
            "table \"public.acounts\" is missing; there is \"public.accounts\"",
            "view \"public.open_trades\" is a view, expected a table");
    assertThat(wrong(FILE, table("Accounts"), table("main.accounts"))).isEmpty();
  }

  private static ColumnIs column(
      String path, String type, Boolean nullable, String defaultExpression, String references) {
    int dot = path.lastIndexOf('.');
    return new ColumnIs(
        path.substring(0, dot),
        path.substring(dot + 1),
        Optional.ofNullable(type),
        Optional.ofNullable(nullable),
        Optional.ofNullable(defaultExpression),
        Optional.ofNullable(references),
        SOURCE);
  }

  @Test
  void judgesColumns() {
    assertThat(
            wrong(
                SHOP,
                column("accounts.default_fee", "decimal(10,2)", true, "0", ""),
                column("billing.invoices.a b", "text", null, null, null),
                column("accounts.id", "int", false, "", ""),
                column("trades.account_id", "int4", true, "", "accounts.id"),
                column("trades.account_id", null, null, null, "public.accounts.id"),
                column("trades.note", "varchar(20)", null, "'open'", null)))
        .isEmpty();
    assertThat(
            wrong(
                SHOP,
                column("accounts.default_fee", "integer", null, "", null),
                column("accounts.defaultfee", "integer", null, null, null),
                column("nowhere.x", "integer", null, null, null),
                column("accounts.id", null, true, "1", "trades.id"),
                column("trades.account_id", null, false, null, ""),
                column("trades.account_id", null, null, null, "trades.id")))
        .containsExactly(
            "column \"public.accounts.default_fee\" is of type numeric(10,2), expected integer",
            "column \"public.accounts.default_fee\" has the default '0'::numeric, expected none",
            "column \"public.accounts.defaultfee\" is missing; there is \"default_fee\"",
            "table \"public.nowhere\" is missing",
            "column \"public.accounts.id\" takes no NULL, expected that it takes NULL",
            "column \"public.accounts.id\" has no default, expected 1",
            "column \"public.accounts.id\" references nothing, expected trades.id",
            "column \"public.trades.account_id\" takes NULL, expected NOT NULL",
            "column \"public.trades.account_id\" references \"public.accounts.id\", expected none",
            "column \"public.trades.account_id\" references \"public.accounts.id\", expected"
                + " trades.id");
    assertThat(
            wrong(
                FILE,
                column("accounts.ID", "integer", null, null, null),
                column("accounts.fee", "numeric(10,2)", null, "0", null)))
        .isEmpty();
  }

  private static IndexIs index(String name, String table, Boolean unique, String... columns) {
    return new IndexIs(
        Optional.ofNullable(name),
        Optional.ofNullable(table),
        List.of(columns),
        Optional.ofNullable(unique),
        Optional.empty(),
        Optional.empty(),
        SOURCE);
  }

  @Test
  void judgesIndexes() {
    assertThat(
            wrong(
                SHOP,
                index("trades_note", null, true),
                index(null, "trades", true, "note", "id"),
                index(null, "accounts", true, "id")))
        .isEmpty();
    assertThat(
            wrong(
                SHOP,
                index("no_such", null, null),
                index(null, "trades", null, "account_id"),
                index("trades_note", "trades", false, "id", "note")))
        .containsExactly(
            "index \"no_such\" is missing",
            "table \"public.trades\" has no index on (account_id)",
            "index \"public.trades.trades_note\" is on (note, id), expected (id, note)",
            "index \"public.trades.trades_note\" is unique, expected one that is not");
  }

  private static ConstraintIs constraint(
      String name, String table, ConstraintKind kind, String references, String expression) {
    return new ConstraintIs(
        Optional.ofNullable(name),
        Optional.ofNullable(table),
        Optional.ofNullable(kind),
        List.of(),
        Optional.ofNullable(references),
        Optional.empty(),
        Optional.ofNullable(expression),
        SOURCE);
  }

  @Test
  void judgesConstraints() {
    assertThat(
            wrong(
                SHOP,
                constraint("fee_positive", null, ConstraintKind.CHECK, null, "default_fee >= (0)"),
                constraint(null, "accounts", ConstraintKind.PRIMARY_KEY, null, null),
                constraint(null, "trades", ConstraintKind.FOREIGN_KEY, "accounts.id", null),
                constraint(null, "trades", ConstraintKind.FOREIGN_KEY, "accounts", null)))
        .isEmpty();
    assertThat(
            wrong(
                SHOP,
                constraint("no_such", null, ConstraintKind.CHECK, null, null),
                constraint(null, "trades", ConstraintKind.PRIMARY_KEY, null, null),
                constraint("fee_positive", "accounts", ConstraintKind.UNIQUE, null, null),
                constraint("fee_positive", "accounts", null, null, "default_fee > 5")))
        .containsExactly(
            "check \"no_such\" is missing",
            "table \"public.trades\" has no primary key",
            "check \"public.accounts.fee_positive\" is of the kind check, expected unique",
            "check \"public.accounts.fee_positive\" says (default_fee >= (0)::numeric), expected"
                + " default_fee > 5");
  }

  @Test
  void judgesAnswersToQueries() {
    SqlAnswers query =
        new SqlAnswers(FileText.of("select 1"), new Equal(Value.of(1)), Optional.empty(), SOURCE);
    assertThat(judge(SHOP, Map.of(query, new Answer.One(Value.of(1))), query).status())
        .isEqualTo(Status.PASS);
    RuleResult notRun =
        judge(SHOP, Map.of(query, new Answer.NotRun("no right", "GRANT it")), query);
    assertThat(notRun.status()).isEqualTo(Status.NOT_CHECKED);
    assertThat(notRun.required()).isTrue();
    assertThat(notRun.unseen().getFirst().remedy()).isEqualTo("GRANT it");
    assertThat(texts(judge(SHOP, Map.of(query, new Answer.One(Value.of("1"))), query)))
        .containsExactly("the query \"select 1\" answers \"1\", expected 1");
    assertThat(texts(judge(SHOP, Map.of(query, new Answer.Several()), query)))
        .containsExactly("the query \"select 1\" answers more than one row");
  }

  @Test
  void countsRowsNoFurtherThanItHasTo() {
    RowsWithin rows = new RowsWithin("a\"b", OptionalLong.of(2), OptionalLong.of(5), SOURCE);
    SchemaModel schema =
        SchemaBuilder.postgres(16).table("public.a\"b", table -> table.column("x", "text")).build();
    assertThat(checks(schema, rows).questions().getFirst().sql())
        .isEqualTo("select count(*) from (select 1 from \"public\".\"a\"\"b\" limit 6) as counted");
    assertThat(texts(judge(schema, Map.of(rows, new Answer.One(Value.of(5))), rows))).isEmpty();
    assertThat(texts(judge(schema, Map.of(rows, new Answer.One(Value.of(6))), rows)))
        .containsExactly("table \"public.a\"b\" has more than 5 rows, expected at most that");
    assertThat(texts(judge(schema, Map.of(rows, new Answer.One(Value.of(1))), rows)))
        .containsExactly("table \"public.a\"b\" has 1 rows, expected at least 2");
    assertThat(checks(SHOP, rows).questions()).isEmpty();
    assertThat(wrong(SHOP, rows)).containsExactly("table \"public.a\"b\" is missing");
  }

  private static HttpAnswers http(String body, Map<String, Comparison> json) {
    return new HttpAnswers(
        new FileText("http://h/?k=pl4nted", "http://h/?k=${KEY}"),
        200,
        Optional.ofNullable(body).map(FileText::of),
        json,
        Map.of(),
        Optional.empty(),
        SOURCE);
  }

  private static List<String> replied(HttpAnswers expected, int status, String body) {
    Answer reply = new Answer.Reply(status, body, false);
    return texts(judge(SHOP, Map.of(expected, reply), expected));
  }

  @Test
  void judgesAnswersOverHttp() {
    HttpAnswers version = http(null, Map.of("/a/1/v~1w", new Equal(Value.of("1.4.0"))));
    assertThat(replied(version, 200, "{\"a\": [0, {\"v/w\": \"1.4.0\"}]}")).isEmpty();
    assertThat(replied(version, 200, "{\"a\": [0, {\"v/w\": {}}]}"))
        .containsExactly(
            "the answer of \"http://h/?k=${KEY}\" has an object at /a/1/v~1w, expected \"1.4.0\"");
    assertThat(replied(version, 200, "{\"a\": 1}").getFirst()).contains("has nothing at");
    for (String broken : List.of("{\"a\": 1", "1 2", "", "[".repeat(100_000), "<html>")) {
      assertThat(replied(version, 200, broken).getFirst()).endsWith("is not valid JSON");
    }
    assertThat(replied(version, 500, ""))
        .containsExactly("\"http://h/?k=${KEY}\" answers with status 500, expected 200");
    assertThat(replied(http("fine", Map.of()), 200, "all fine")).isEmpty();
    assertThat(replied(http("fine", Map.of()), 200, "ill"))
        .containsExactly("the answer of \"http://h/?k=${KEY}\" does not contain \"fine\"");
    HttpAnswers silent = http(null, Map.of());
    Answer silence = new Answer.Silence("does not answer within 2 s", "wait");
    assertThat(texts(judge(SHOP, Map.of(silent, silence), silent)))
        .containsExactly("\"http://h/?k=${KEY}\" does not answer within 2 s");
  }
}
