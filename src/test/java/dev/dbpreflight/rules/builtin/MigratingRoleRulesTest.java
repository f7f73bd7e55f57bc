package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.AvailableExtensions;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.MigratingRole;
import dev.dbpreflight.conditions.RoleRights;
import dev.dbpreflight.conditions.RoleRights.OnSchema;
import dev.dbpreflight.conditions.RoleRights.OnTable;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigratingRoleRulesTest {
  private static final OnTable NOTHING = new OnTable(false, false, false, false);
  private final MigratingRoleLacksRights lacks = new MigratingRoleLacksRights();
  private final MigratingRoleMissing missing = new MigratingRoleMissing();

  private static SchemaBuilder shop() {
    return SchemaBuilder.postgres(18)
        .schema("public")
        .table(
            "public.sh\"ops",
            table -> table.column("id", "integer").primaryKey("id").owner("boss"));
  }

  private static SchemaBuilder altered() {
    return SchemaBuilder.postgres(18)
        .schema("public")
        .table(
            "public.sh\"ops",
            table -> table.column("id", "integer").primaryKey("id").column("town", "text"));
  }

  private static SchemaBuilder extended() {
    return shop()
        .table(
            "public.trades",
            table -> table.column("shop", "integer").foreignKey("shop", "public.sh\"ops", "id"));
  }

  private static RoleRights rights(
      Set<String> actsAs, Set<String> canBecome, OnSchema onPublic, OnTable onShops) {
    return new RoleRights(
        "shop",
        "deploy",
        false,
        true,
        false,
        false,
        actsAs,
        canBecome,
        Map.of("public", onPublic),
        Map.of(
            new ObjectName("public", "sh\"ops"),
            onShops,
            new ObjectName("public", "alembic_version"),
            onShops));
  }

  private static RoleRights nothing() {
    return rights(Set.of("deploy"), Set.of(), new OnSchema(false, false), NOTHING);
  }

  private static Conditions as(RoleRights rights) {
    return Conditions.NONE.with(new MigratingRole("deploy", Optional.of(rights)));
  }

  private List<String> what(SchemaBuilder release, RoleRights rights) {
    return EvidenceBuilder.live(shop()).release(release).conditions(as(rights)).findings(lacks);
  }

  @Test
  void onlyTheOwnerMayAlter() {
    assertThat(what(altered(), nothing()))
        .containsExactlyInAnyOrder(
            "role \"deploy\" does not own what the release changes; \"boss\" does:"
                + " public.sh\"ops",
            "role \"deploy\" lacks USAGE on schema \"public\"");
    assertThat(
            lacks.check(
                EvidenceBuilder.live(shop()).release(altered()).conditions(as(nothing())).build()))
        .extracting(Finding::next)
        .contains(
            "migrate as \"boss\", or for each of them: ALTER TABLE \"public\".\"sh\"\"ops\" OWNER"
                + " TO \"deploy\"",
            "GRANT USAGE ON SCHEMA \"public\" TO \"deploy\"");
  }

  @Test
  void aMemberOfTheOwnerMayAlter() {
    assertThat(
            what(
                altered(),
                rights(Set.of("deploy", "boss"), Set.of(), new OnSchema(true, false), NOTHING)))
        .isEmpty();
  }

  @Test
  void whoMustSetRoleFirstIsDoubtful() {
    EvidenceBuilder evidence =
        EvidenceBuilder.live(shop())
            .release(altered())
            .conditions(
                as(rights(Set.of("deploy"), Set.of("boss"), new OnSchema(true, false), NOTHING)));

    assertThat(evidence.findings(lacks)).isEmpty();
    assertThat(lacks.unseen(evidence.build()))
        .containsExactly(
            new Unseen(
                "role \"deploy\" may alter what \"boss\" owns only after SET ROLE",
                "--migrating-role boss"));
  }

  @Test
  void creatingAndReferringTakeRightsOfTheirOwn() {
    RoleRights usage = rights(Set.of("deploy"), Set.of(), new OnSchema(true, false), NOTHING);

    assertThat(what(extended(), usage))
        .containsExactlyInAnyOrder(
            "role \"deploy\" lacks CREATE on schema \"public\"",
            "role \"deploy\" lacks REFERENCES on table \"public.sh\"ops\"");
    assertThat(
            what(
                extended(),
                rights(
                    Set.of("deploy"),
                    Set.of(),
                    new OnSchema(true, true),
                    new OnTable(true, false, false, false))))
        .isEmpty();
  }

  @Test
  void schemasAndExtensionsAreCreatedInTheDatabase() {
    SchemaBuilder release =
        shop().schema("new").extension("hstore", "1.8").extension("file_fdw", "1.0");
    EvidenceBuilder evidence =
        EvidenceBuilder.live(shop())
            .release(release)
            .conditions(
                as(nothing())
                    .with(
                        new AvailableExtensions(Set.of("hstore", "file_fdw"), Set.of("file_fdw"))));

    assertThat(evidence.findings(lacks))
        .containsExactlyInAnyOrder(
            "role \"deploy\" may not create schema \"new\": it lacks CREATE on the database",
            "role \"deploy\" may not create extension \"hstore\": it lacks CREATE on the database",
            "only a superuser may create extension \"file_fdw\", and role \"deploy\" is none");
  }

  @Test
  void whatSomebodyElseMadeIsNotDropped() {
    SchemaBuilder live =
        shop().table("public.elses", table -> table.column("id", "integer").owner("else"));
    EvidenceBuilder unknown = EvidenceBuilder.live(live).release(shop()).conditions(as(nothing()));

    assertThat(unknown.findings(lacks)).isEmpty();
    assertThat(
            EvidenceBuilder.live(live)
                .release(shop())
                .recorded(live)
                .conditions(as(nothing()))
                .findings(lacks))
        .contains(
            "role \"deploy\" does not own what the release changes; \"else\" does: public.elses");
  }

  @Test
  void theHistoryMustBeReadAndWritten() {
    assertThat(
            EvidenceBuilder.live(shop())
                .alembic("v1")
                .release(altered())
                .conditions(
                    as(
                        rights(
                            Set.of("deploy", "boss"),
                            Set.of(),
                            new OnSchema(true, false),
                            new OnTable(false, true, true, false))))
                .findings(lacks))
        .containsExactly("role \"deploy\" lacks UPDATE on table \"public.alembic_version\"");
  }

  @Test
  void aSuperuserLacksNothing() {
    RoleRights all =
        new RoleRights(
            "shop", "root", true, true, true, false, Set.of(), Set.of(), Map.of(), Map.of());

    assertThat(what(altered(), all)).isEmpty();
    assertThat(EvidenceBuilder.live(shop()).conditions(as(all)).unseen(lacks)).isEmpty();
  }

  @Test
  void withoutAReleaseNobodyKnowsWhatItTakes() {
    assertThat(EvidenceBuilder.live(shop()).conditions(as(nothing())).unseen(lacks))
        .containsExactly("it is not known what the release creates");
  }

  @Test
  void aRoleThatIsNotThereOrNotLetInIsMissing() {
    Conditions gone = Conditions.NONE.with(new MigratingRole("we\"ird", Optional.empty()));
    RoleRights locked =
        new RoleRights(
            "shop", "deploy", false, false, true, false, Set.of(), Set.of(), Map.of(), Map.of());

    assertThat(EvidenceBuilder.fresh().conditions(gone).findings(missing))
        .containsExactly("there is no role \"we\"ird\" on this server");
    assertThat(EvidenceBuilder.fresh().conditions(as(locked)).findings(missing))
        .containsExactly("role \"deploy\" cannot log in, and no role that can is a member of it");
    assertThat(EvidenceBuilder.fresh().conditions(as(nothing())).findings(missing)).isEmpty();
  }

  @Test
  void anUnknownRoleIsNotChecked() {
    Conditions unread =
        Conditions.NONE.withUnread(new Unread(Topic.MIGRATING_ROLE, "it", "no", "ask"));

    assertThat(EvidenceBuilder.live(shop()).conditions(unread).unseen(lacks))
        .containsExactly("it was not read: no");
    assertThat(EvidenceBuilder.live(shop()).conditions(unread).unseen(missing))
        .containsExactly("it was not read: no");
  }
}
