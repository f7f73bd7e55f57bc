package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.support.EvidenceBuilder.live;
import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that need nothing but the live schema. */
class SchemaHygieneRulesTest {
  private static final Inheritance PARTITION =
      new Inheritance(
          List.of(new ObjectName("public", "parent")), SqlText.NONE, SqlText.of("DEFAULT"));

  private static SchemaBuilder orders(String... index) {
    return postgres(18)
        .table("public.shops", table -> table.column("id", "integer").primaryKey("id"))
        .table(
            "public.orders",
            table -> {
              table.column("id", "integer").column("shop", "integer").primaryKey("id");
              table.foreignKey("shop", "public.shops", "id");
              if (index.length > 0) {
                table.index(index);
              }
            });
  }

  @Test
  void aForeignKeyWithoutIndexIsFound() {
    assertThat(live(orders()).findings(new ForeignKeyWithoutIndex()))
        .containsExactly(
            "foreign key \"public.orders.orders_shop_fkey\" has no index on its columns");
  }

  @Test
  void anIndexThatStartsWithTheKeyServesIt() {
    assertThat(live(orders("shop", "id")).findings(new ForeignKeyWithoutIndex())).isEmpty();
    assertThat(live(orders("id", "shop")).findings(new ForeignKeyWithoutIndex())).hasSize(1);
  }

  @Test
  void anInvalidOrPartialIndexDoesNotServe() {
    SchemaBuilder invalid =
        postgres(18)
            .table("public.shops", table -> table.column("id", "integer").primaryKey("id"))
            .table(
                "public.orders",
                table ->
                    table
                        .column("shop", "integer")
                        .foreignKey("shop", "public.shops", "id")
                        .index("shop")
                        .setIndex("valid", false));
    assertThat(live(invalid).findings(new ForeignKeyWithoutIndex())).hasSize(1);
    assertThat(live(invalid).findings(new IndexInvalid()))
        .containsExactly("index \"public.orders.orders_shop_idx\" is invalid");
  }

  @Test
  void aTableWithoutPrimaryKeyIsFoundUnlessItCannotHaveOne() {
    SchemaBuilder schema =
        postgres(18)
            .table("public.log", table -> table.column("line", "text"))
            .table("public.part", table -> table.column("a", "int").set("inheritance", PARTITION))
            .table("public.far", table -> table.column("a", "int").set("form", Table.Form.FOREIGN))
            .table("public.keyed", table -> table.column("id", "int").primaryKey("id"));
    assertThat(live(schema).findings(new TableWithoutPrimaryKey()))
        .containsExactly("table \"public.log\" has no primary key");
  }

  @Test
  void aCycleOfForeignKeysIsFoundOnce() {
    SchemaBuilder cycle =
        postgres(18)
            .table("public.a", t -> t.column("id", "int").foreignKey("id", "public.b", "id"))
            .table("public.b", t -> t.column("id", "int").foreignKey("id", "public.c", "id"))
            .table("public.c", t -> t.column("id", "int").foreignKey("id", "public.a", "id"))
            .table("public.d", t -> t.column("id", "int").foreignKey("id", "public.a", "id"));
    assertThat(live(cycle).findings(new ForeignKeyCycle()))
        .containsExactly(
            "the foreign keys of \"public.a\", \"public.b\", \"public.c\" form a cycle");
  }

  @Test
  void aTableThatReferencesItselfIsNoCycle() {
    SchemaBuilder tree =
        postgres(18)
            .table("public.a", t -> t.column("id", "int").foreignKey("id", "public.a", "id"));
    assertThat(live(tree).findings(new ForeignKeyCycle())).isEmpty();
  }

  @Test
  void aChainOfTenThousandForeignKeysIsWalked() {
    SchemaBuilder chain = postgres(18);
    for (int link = 0; link < 10_000; link++) {
      String next = "public.t" + (link + 1);
      chain.table("public.t" + link, t -> t.column("id", "int").foreignKey("id", next, "id"));
    }
    assertThat(live(chain).findings(new ForeignKeyCycle())).isEmpty();
  }

  @Test
  void aConstraintThatIsNotValidIsFoundUnlessNobodyEnforcesIt() {
    SchemaBuilder schema =
        postgres(18)
            .table(
                "public.orders",
                table ->
                    table
                        .column("total", "numeric")
                        .check("positive", "(total > 0)")
                        .setConstraint("validated", false))
            .table(
                "public.notes",
                table ->
                    table
                        .column("total", "numeric")
                        .check("hint", "(total > 0)")
                        .setConstraint("validated", false)
                        .setConstraint("enforced", false));
    assertThat(live(schema).findings(new ConstraintNotValidated()))
        .containsExactly("check \"public.orders.positive\" is NOT VALID");
  }

  @Test
  void aNotNullThatIsNotValidIsFound() {
    SchemaBuilder schema =
        postgres(18)
            .table(
                "public.orders",
                table ->
                    table
                        .column("total", "numeric")
                        .notNull()
                        .setColumn("notNullOptions", List.of("NOT VALID")));
    assertThat(live(schema).findings(new ConstraintNotValidated()))
        .containsExactly("column \"public.orders.total\" is NOT VALID");
  }

  @Test
  void objectsThatNobodyLooksIntoAreNamed() {
    assertThat(
            live(postgres(18).unsupported("operator family", "public.b", "public.a"))
                .findings(new ObjectsNotModelled()))
        .containsExactly("2 of kind operator family: public.a, public.b");
  }
}
