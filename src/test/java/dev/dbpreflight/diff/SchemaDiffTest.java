package dev.dbpreflight.diff;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static dev.dbpreflight.support.SchemaBuilder.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {
  private final SchemaDiff diff = new SchemaDiff(Set.of());

  @Test
  void findsNothingBetweenASchemaAndItself() {
    SchemaModel shop = shop(17);

    assertThat(new SchemaDiff(EnumSet.allOf(Aspect.class)).compare(shop, shop(17))).isEmpty();
  }

  @Test
  void findsNothingBetweenTheSameSchemaOnTwoVersions() {
    assertThat(new SchemaDiff(EnumSet.allOf(Aspect.class)).compare(shop(14), shop(18))).isEmpty();
  }

  @Test
  void refusesToCompareTwoEngines() {
    assertThatThrownBy(() -> diff.compare(shop(17), sqlite().build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot compare PostgreSQL with SQLite");
  }

  @Test
  void tellsAMissingTableWithoutItsParts() {
    SchemaModel without = shop(17).only(object -> !object.name().name().equals("orders"));

    assertThat(sentences(shop(17), without)).containsExactly("table \"public.orders\" is missing");
    assertThat(sentences(without, shop(17)))
        .containsExactly("table \"public.orders\" is not expected");
  }

  @Test
  void doesNotGuessRenames() {
    assertThat(
            sentences(
                users(table -> table.column("email", "text")),
                users(table -> table.column("mail", "text"))))
        .containsExactly(
            "column \"public.users.email\" is missing",
            "column \"public.users.mail\" is not expected");
  }

  @Test
  void tellsAViewThatBecameMaterialized() {
    SchemaModel view = postgres(17).view("public.v", " SELECT 1 AS one;", "one integer").build();
    SchemaModel materialized =
        postgres(17).materializedView("public.v", " SELECT 1 AS one;", "one integer").build();

    assertThat(sentences(view, materialized))
        .containsExactly(
            "view \"public.v\" is missing", "materialized view \"public.v\" is not expected");
  }

  @Test
  void tellsEveryChangeSortedByObjectAndProperty() {
    SchemaModel expected =
        users(
            table ->
                table
                    .column("email", "character varying(255)")
                    .notNull()
                    .column("age", "integer")
                    .index("users_email", false, "email"));
    SchemaModel actual =
        users(
            table ->
                table
                    .column("email", "text")
                    .defaultTo("''::text")
                    .column("age", "integer")
                    .index("users_email", true, "email")
                    .check("users_age_check", "(age > 0)"));

    assertThat(sentences(expected, actual))
        .containsExactly(
            "column \"public.users.email\": default expression is ''::text, expected (nothing)",
            "column \"public.users.email\": not null is no, expected yes",
            "column \"public.users.email\": type is text, expected character varying(255)",
            "check \"public.users.users_age_check\" is not expected",
            "index \"public.users.users_email\": unique is yes, expected no");
  }

  @Test
  void showsIndexKeysAsTheyAreWritten() {
    Index.Key lower = new Index.Key(SqlText.of("lower(email)"), false, "", "", true, true);
    SchemaModel expected = users(table -> table.column("email", "text").index("i", false, "email"));
    SchemaModel actual =
        users(
            table ->
                table
                    .column("email", "text")
                    .index("i", false, "email")
                    .setIndex("keys", List.of(lower)));

    assertThat(diff.compare(expected, actual))
        .containsExactly(
            new PropertyDiffers(
                new ObjectRef(ObjectKind.INDEX, "public", "users", "i"),
                "keys",
                "email",
                "lower(email) DESC"));
  }

  @Test
  void reversedSwapsTheSides() {
    SchemaModel one = shop(17);
    SchemaModel other =
        users(table -> table.column("name", "text").notNull().column("id", "integer"));
    SchemaDiff everything = new SchemaDiff(EnumSet.allOf(Aspect.class));

    assertThat(everything.compare(other, one))
        .isEqualTo(
            everything.compare(one, other).stream()
                .map(SchemaDiffTest::swapped)
                .sorted(Change.ORDER)
                .toList())
        .isNotEmpty();
  }

  @Test
  void knowsUnnamedConstraintsByWhatTheySay() {
    Consumer<TableBuilder> columns =
        table -> table.column("a", "INTEGER").column("b", "INTEGER").unique("a");
    SchemaModel expected =
        sqlite()
            .table("t", columns.andThen(table -> table.check("", "a > 0").check("", "b>0")))
            .build();
    SchemaModel same =
        sqlite()
            .table("t", columns.andThen(table -> table.check("", "b > 0").check("", "A > 0")))
            .build();
    SchemaModel other =
        sqlite()
            .table("t", columns.andThen(table -> table.check("", "b > 1").check("", "a > 0")))
            .build();

    assertThat(sentences(expected, same)).isEmpty();
    assertThat(sentences(expected, other))
        .containsExactly("check \"t.(b > 1)\" is not expected", "check \"t.(b>0)\" is missing");
  }

  @Test
  void tellsTheActionOfAnUnnamedForeignKey() {
    SchemaModel expected = items(table -> {});
    SchemaModel actual = items(table -> table.setConstraint("onDelete", "CASCADE"));

    assertThat(sentences(expected, actual))
        .containsExactly(
            "foreign key \"items.(order_id)\": on delete is CASCADE, expected NO ACTION");
  }

  @Test
  void takesNamesOfSqliteThatDifferInCaseForTheSame() {
    SchemaModel expected =
        sqlite().table("Users", table -> table.column("Email", "TEXT").unique("Email")).build();
    SchemaModel actual =
        sqlite().table("users", table -> table.column("email", "TEXT").unique("email")).build();

    assertThat(sentences(expected, actual)).isEmpty();
  }

  @Test
  void tellsNamesOfPostgresThatDifferInCaseApart() {
    assertThat(
            sentences(
                users(table -> table.column("Email", "text")),
                users(table -> table.column("email", "text"))))
        .hasSize(2);
  }

  @Test
  void comparesTenThousandTables() {
    SchemaModel expected = large("integer");

    assertThat(diff.compare(expected, large("integer"))).isEmpty();
    assertThat(diff.compare(expected, large("bigint"))).hasSize(10_000);
  }

  private List<String> sentences(SchemaModel expected, SchemaModel actual) {
    return diff.compare(expected, actual).stream().map(ChangeText::sentence).toList();
  }

  private static Change swapped(Change change) {
    return switch (change) {
      case ObjectMissing missing -> new ObjectUnexpected(missing.object());
      case ObjectUnexpected unexpected -> new ObjectMissing(unexpected.object());
      case PropertyDiffers differs ->
          new PropertyDiffers(
              differs.object(), differs.property(), differs.actual(), differs.expected());
      case PropertyUnclear unclear ->
          new PropertyUnclear(
              unclear.object(),
              unclear.property(),
              unclear.actual(),
              unclear.expected(),
              unclear.reason());
    };
  }

  private static SchemaModel users(Consumer<TableBuilder> parts) {
    return postgres(17).table("public.users", parts).build();
  }

  private static SchemaModel items(Consumer<TableBuilder> more) {
    return sqlite()
        .table(
            "items",
            table -> {
              table.column("order_id", "INTEGER").foreignKey("order_id", "orders", "id");
              more.accept(table);
            })
        .build();
  }

  private static SchemaModel shop(int major) {
    return postgres(major)
        .schema("public")
        .enumType("public.state", "open", "closed")
        .table(
            "public.users",
            table ->
                table.column("id", "bigint").identity().column("name", "text").primaryKey("id"))
        .table(
            "public.orders",
            table ->
                table
                    .column("id", "bigint")
                    .identity()
                    .column("user_id", "bigint")
                    .column("state", "public.state")
                    .primaryKey("id")
                    .foreignKey("user_id", "public.users", "id")
                    .check("orders_id_check", "(id > 0)")
                    .index("user_id"))
        .view("public.open_orders", " SELECT id FROM public.orders;", "id bigint")
        .build();
  }

  private static SchemaModel large(String typeOfLast) {
    SchemaBuilder builder = postgres(17);
    for (int table = 0; table < 10_000; table++) {
      builder.table(
          "public.t" + table,
          parts -> {
            for (int column = 0; column < 9; column++) {
              parts.column("column" + column, "integer");
            }
            parts.column("last", typeOfLast).index("column1").check("c", "(column1 > 0)");
          });
    }
    return builder.build();
  }
}
