package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The layout that a reviewer sees. */
class SnapshotWriterTest {

  @Test
  void writesOneLinePerColumnAndPerLineOfText() {
    SchemaModel model =
        shop(table -> {})
            .view("public.names", " SELECT users.email\n   FROM users;", "email text")
            .unsupported("operator class", "public.x")
            .build();

    assertThat(Json.of(new Snapshot(model, "v1_4_0", "dbpreflight 0.1.0")))
        .isEqualTo(
            """
            {
              "format": 1,
              "tool": "dbpreflight 0.1.0",
              "revision": "v1_4_0",
              "engine": "postgresql",
              "serverVersion": {"major": 17, "minor": 2, "text": "17.2"},
              "fingerprint": "%s",
              "schemas": [
                {"name": "public"}
              ],
              "tables": [
                {
                  "schema": "public",
                  "name": "users",
                  "columns": [
                    {"name": "id", "type": "bigint", "notNull": true, "identity": {"always": false}},
                    {"name": "email", "type": "text", "notNull": true},
                    {"name": "team_id", "type": "bigint"}
                  ],
                  "constraints": [
                    {"kind": "primary-key", "name": "users_pkey", "columns": ["id"]},
                    {
                      "kind": "foreign-key",
                      "name": "users_team_id_fkey",
                      "columns": ["team_id"],
                      "references": {"schema": "public", "name": "teams", "columns": ["id"]},
                      "onDelete": "SET NULL"
                    }
                  ],
                  "indexes": [
                    {"name": "users_email_idx", "keys": ["email"]}
                  ],
                  "owner": "shop",
                  "grants": [
                    {"grantee": "reporting", "privileges": ["SELECT"]},
                    {"grantee": "shop", "privileges": ["DELETE", "INSERT", "SELECT", "UPDATE"]}
                  ],
                  "comment": "Everybody who can log in"
                }
              ],
              "views": [
                {
                  "schema": "public",
                  "name": "names",
                  "columns": [
                    {"name": "email", "type": "text"}
                  ],
                  "definition": [
                    " SELECT users.email",
                    "   FROM users;"
                  ]
                }
              ],
              "notModelled": [
                {"kind": "operator class", "names": ["public.x"]}
              ]
            }
            """
                .formatted(Fingerprint.of(model)));
  }

  @Test
  void oneChangeTouchesItsLineAndTheFingerprintOnly() {
    List<String> before = lines(shop(table -> {}).build());

    assertThat(changed(before, shop(table -> table.column("x", "text")).build()))
        .containsExactlyInAnyOrder(
            "-        {\"name\": \"team_id\", \"type\": \"bigint\"}",
            "+        {\"name\": \"team_id\", \"type\": \"bigint\"},",
            "+        {\"name\": \"x\", \"type\": \"text\"}");
    assertThat(changed(before, shop(table -> table.grant("app", "SELECT")).build()))
        .containsExactlyInAnyOrder(
            "+        {\"grantee\": \"app\", \"privileges\": [\"SELECT\"]},");
    assertThat(changed(before, shop(table -> table.setColumn("type", "integer")).build()))
        .containsExactlyInAnyOrder(
            "-        {\"name\": \"team_id\", \"type\": \"bigint\"}",
            "+        {\"name\": \"team_id\", \"type\": \"integer\"}");
    assertThat(changed(before, shop(table -> table.setConstraint("onDelete", "CASCADE")).build()))
        .containsExactlyInAnyOrder(
            "-          \"onDelete\": \"SET NULL\"", "+          \"onDelete\": \"CASCADE\"");
    assertThat(changed(before, shop(table -> table.comment("Everybody")).build()))
        .containsExactlyInAnyOrder(
            "-      \"comment\": \"Everybody who can log in\"",
            "+      \"comment\": \"Everybody\"");
  }

  @Test
  void aColumnInTheMiddleDoesNotTouchThoseBehindIt() {
    List<String> before = lines(twoColumns("a", "c"));
    List<String> after = lines(twoColumns("a", "b", "c"));

    assertThat(difference(before, after))
        .containsExactlyInAnyOrder("+        {\"name\": \"b\", \"type\": \"text\"},");
  }

  @Test
  void aDroppedColumnDoesNotTouchThoseBehindIt() {
    List<String> before = lines(twoColumns("a", "b", "c"));
    List<String> after = lines(twoColumns("a", "c"));

    assertThat(difference(before, after))
        .containsExactlyInAnyOrder("-        {\"name\": \"b\", \"type\": \"text\"},");
  }

  @Test
  void theFingerprintIsThatOfTheSchemaAndNotOfTheServer() {
    SchemaModel model = shop(table -> {}).build();
    ServerVersion newer = new ServerVersion(18, 0, "18.0");
    SchemaModel elsewhere =
        new SchemaModel(model.engine(), newer, model.objects(), model.unsupported());

    assertThat(Fingerprint.of(elsewhere)).isEqualTo(Fingerprint.of(model));
    assertThat(Fingerprint.of(SchemaBuilder.sqlite().build()))
        .isNotEqualTo(Fingerprint.of(SchemaBuilder.postgres(17).build()));
  }

  private static SchemaBuilder shop(Consumer<TableBuilder> change) {
    return SchemaBuilder.postgres(17)
        .schema("public")
        .table(
            "public.users",
            table -> {
              table.column("id", "bigint").identity().column("email", "text").notNull();
              table.column("team_id", "bigint").primaryKey("id").index("email");
              table.foreignKey("team_id", "public.teams", "id");
              table.setConstraint("onDelete", "SET NULL");
              table.owner("shop").grant("shop", "SELECT", "INSERT", "UPDATE", "DELETE");
              table.grant("reporting", "SELECT").comment("Everybody who can log in");
              change.accept(table);
            });
  }

  private static SchemaModel twoColumns(String... names) {
    return SchemaBuilder.postgres(17)
        .table(
            "public.t",
            table -> {
              for (String name : names) {
                table.column(name, "text");
              }
            })
        .build();
  }

  private static List<String> lines(SchemaModel model) {
    return Json.of(new Snapshot(model, "", "dbpreflight 0.1.0")).lines().toList();
  }

  private static List<String> changed(List<String> before, SchemaModel after) {
    return difference(before, lines(after));
  }

  /** As a line diff shows it, without the fingerprint, which always differs. */
  private static List<String> difference(List<String> before, List<String> after) {
    List<String> difference = new ArrayList<>();
    int old = 0;
    for (String line : after) {
      int found = before.subList(old, before.size()).indexOf(line);
      if (found < 0) {
        difference.add("+" + line);
        continue;
      }
      before.subList(old, old + found).forEach(gone -> difference.add("-" + gone));
      old += found + 1;
    }
    before.subList(old, before.size()).forEach(gone -> difference.add("-" + gone));
    return difference.stream().filter(line -> !line.contains("\"fingerprint\"")).toList();
  }
}
