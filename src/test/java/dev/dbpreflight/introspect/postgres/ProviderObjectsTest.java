package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderObjectsTest {

  @Test
  void aNewDatabaseOnRdsHasNothing() {
    SchemaModel schema =
        SchemaBuilder.postgres(17)
            .schema("public")
            .function("public.db_session_replication_role(text)", "integer", "…")
            .set("attributes", ownedBy("rdsadmin"))
            .build();

    assertThat(left(schema)).containsExactly("public");
  }

  @Test
  void aFunctionOfThatNameThatAUserMadeStays() {
    SchemaModel schema =
        SchemaBuilder.postgres(17)
            .function("public.db_session_replication_role(text)", "integer", "…")
            .set("attributes", ownedBy("app"))
            .build();

    assertThat(left(schema)).containsExactly("public.db_session_replication_role(text)");
  }

  @Test
  void aNewDatabaseOnSupabaseHasNothingThatAnApplicationMade() {
    SchemaModel schema =
        supabase()
            .add(publication("supabase_realtime", "postgres"))
            .add(
                publication(
                    "supabase_realtime_messages_publication",
                    "supabase_admin",
                    "TABLE realtime.messages_2026_01_01"))
            .build();

    assertThat(left(schema)).containsExactly("public");
  }

  @Test
  void whatAUserMakesBesideOrInsideOfItStays() {
    SchemaModel schema =
        supabase()
            .table("public.users", table -> {})
            .set("attributes", ownedBy("supabase_admin"))
            .function("auth.mine()", "integer", "…")
            .set("attributes", ownedBy("postgres"))
            .add(publication("supabase_realtime", "postgres", "TABLE public.users"))
            .add(new Extension(ObjectName.global("pgcrypto"), "extensions", "1.3", ""))
            .add(new DefaultPrivileges(ObjectName.global("postgres, tables, public"), List.of()))
            .build();

    assertThat(left(schema))
        .containsExactly(
            "public",
            "pgcrypto",
            "public.users",
            "auth.mine()",
            "supabase_realtime",
            "postgres, tables, public");
  }

  @Test
  void withoutTheMarkOfTheProviderNothingIsLeftOut() {
    SchemaModel schema =
        SchemaBuilder.postgres(17)
            .schema("auth")
            .set("attributes", ownedBy("postgres"))
            .schema("heroku_ext")
            .schema("storage")
            .set("attributes", ownedBy("supabase_admin"))
            .schema("user_management")
            .set("attributes", ownedBy("postgres"))
            .build();

    assertThat(ProviderObjects.leftOutOf(schema)).isSameAs(schema);
  }

  private static SchemaBuilder supabase() {
    return SchemaBuilder.postgres(17)
        .schema("public")
        .set("attributes", ownedBy("pg_database_owner"))
        .schema("auth")
        .set("attributes", ownedBy("supabase_admin"))
        .table("auth.users", table -> {})
        .set("attributes", ownedBy("supabase_auth_admin"))
        .schema("extensions")
        .set("attributes", ownedBy("postgres"))
        .add(new Extension(ObjectName.global("supabase_vault"), "vault", "0.3", ""))
        .add(new DefaultPrivileges(ObjectName.global("supabase_admin, tables, public"), List.of()));
  }

  private static Publication publication(String name, String owner, String... members) {
    return new Publication(
        ObjectName.global(name),
        false,
        List.of("insert"),
        false,
        "none",
        List.of(members),
        ownedBy(owner));
  }

  private static Attributes ownedBy(String role) {
    return new Attributes(role, List.of(), "");
  }

  private static List<String> left(SchemaModel schema) {
    return ProviderObjects.leftOutOf(schema).objects().stream()
        .map(SchemaObject::name)
        .map(ObjectName::toString)
        .toList();
  }
}
