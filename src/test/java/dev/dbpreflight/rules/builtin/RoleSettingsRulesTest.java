package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RoleSetting;
import dev.dbpreflight.conditions.RoleSetting.Source;
import dev.dbpreflight.conditions.RoleSettings;
import dev.dbpreflight.conditions.ServerMode;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleSettingsRulesTest {
  private static final String ODD = "we\"ird; drop";

  private static SchemaBuilder shop(String... more) {
    return SchemaBuilder.postgres(18)
        .table(
            "public.shops",
            table -> {
              table.column("id", "integer").primaryKey("id");
              for (String column : more) {
                table.column(column, "text");
              }
            });
  }

  private static Conditions settings(boolean migrates, RoleSetting... settings) {
    return Conditions.NONE
        .with(new ServerMode(false, false))
        .with(new RoleSettings(ODD, migrates, List.of(settings)));
  }

  private static Conditions with(String name, String value, Source source) {
    return settings(true, new RoleSetting(name, value, source));
  }

  private static EvidenceBuilder altering() {
    return EvidenceBuilder.live(shop()).release(shop("town"));
  }

  private final LockTimeoutUnset lock = new LockTimeoutUnset();
  private final StatementTimeoutTooShort statement = new StatementTimeoutTooShort();
  private final TransactionTimeoutTooShort transaction = new TransactionTimeoutTooShort();
  private final ServerReadOnly readOnly = new ServerReadOnly();

  @Test
  void aReleaseThatAltersATableMayWaitForEver() {
    Conditions unset = with("lock_timeout", "0", Source.SERVER);

    assertThat(altering().conditions(unset).findings(lock))
        .containsExactly(
            "lock_timeout is not set for role \"we\"ird; drop\": it waits for locks without limit");
    assertThat(lock.check(altering().conditions(unset).build()))
        .extracting(found -> found.next())
        .singleElement()
        .asString()
        .startsWith("ALTER ROLE \"we\"\"ird; drop\" SET lock_timeout = '5s'");
  }

  @Test
  void aLimitOfAnyLengthIsFine() {
    assertThat(altering().conditions(with("lock_timeout", "5s", Source.DATABASE)).findings(lock))
        .isEmpty();
  }

  @Test
  void whereNothingInUseIsTouchedNobodyWaits() {
    Conditions unset = with("lock_timeout", "0", Source.SERVER);

    assertThat(EvidenceBuilder.live(shop()).conditions(unset).findings(lock)).isEmpty();
    assertThat(EvidenceBuilder.fresh().release(shop()).conditions(unset).findings(lock)).isEmpty();
    assertThat(EvidenceBuilder.live(shop()).release(shop()).conditions(unset).findings(lock))
        .isEmpty();
  }

  @Test
  void aShortLimitOfStatementsIsToldWithItsSource() {
    Conditions five = with("statement_timeout", "5000", Source.ROLE_IN_DATABASE);

    assertThat(EvidenceBuilder.live(shop()).conditions(five).findings(statement))
        .containsExactly(
            "statement_timeout of role \"we\"ird; drop\" is 5 s, less than 30 s; it is set for the"
                + " role in this database");
  }

  @Test
  void aLongLimitOfStatementsOrNoneIsFine() {
    for (String value : List.of("0", "30s", "0.5min", "30000ms", "1d")) {
      assertThat(
              EvidenceBuilder.live(shop())
                  .conditions(with("statement_timeout", value, Source.ROLE))
                  .findings(statement))
          .as(value)
          .isEmpty();
    }
  }

  @Test
  void bothLimitsOfTransactionsAreJudged() {
    Conditions tight =
        settings(
            true,
            new RoleSetting("transaction_timeout", "0.5min", Source.ALL_ROLES),
            new RoleSetting("idle_in_transaction_session_timeout", "1500", Source.SERVER));

    assertThat(EvidenceBuilder.live(shop()).conditions(tight).findings(transaction))
        .containsExactlyInAnyOrder(
            "transaction_timeout of role \"we\"ird; drop\" is 30 s, less than 60 s; it is set for"
                + " all roles",
            "idle_in_transaction_session_timeout of role \"we\"ird; drop\" is 1.5 s, less than 10"
                + " s; it is set for the whole server");
  }

  @Test
  void aReadOnlyDefaultIsThatOfTheMigratingRole() {
    String name = "default_transaction_read_only";

    assertThat(EvidenceBuilder.fresh().conditions(with(name, "t", Source.ROLE)).findings(readOnly))
        .containsExactly(
            "default_transaction_read_only is on for role \"we\"ird; drop\": it is set for the"
                + " role");
    assertThat(
            EvidenceBuilder.fresh().conditions(with(name, "off", Source.ROLE)).findings(readOnly))
        .isEmpty();
  }

  @Test
  void optionsOfThisConnectionSayNothingAboutTheMigration() {
    Conditions looking = with("default_transaction_read_only", "on", Source.CONNECTION);

    assertThat(EvidenceBuilder.fresh().conditions(looking).findings(readOnly)).isEmpty();
    assertThat(EvidenceBuilder.fresh().conditions(looking).unseen(readOnly))
        .containsExactly(
            "default_transaction_read_only of the role was not read: this connection's options set"
                + " it");
  }

  @Test
  void settingsOfARoleThatOnlyLooksAreNotJudged() {
    Conditions looker =
        settings(false, new RoleSetting("statement_timeout", "1s", Source.DATABASE))
            .withUnread(new Unread(Topic.ROLE_SETTINGS, "the migrating role", "no", "ask"));

    assertThat(EvidenceBuilder.live(shop()).conditions(looker).findings(statement)).isEmpty();
    assertThat(EvidenceBuilder.live(shop()).conditions(looker).unseen(statement))
        .containsExactly("the migrating role was not read: no");
    assertThat(EvidenceBuilder.live(shop()).conditions(looker).unseen(lock)).hasSize(1);
    assertThat(EvidenceBuilder.live(shop()).conditions(looker).unseen(transaction)).hasSize(1);
    assertThat(EvidenceBuilder.live(shop()).conditions(looker).unseen(readOnly)).hasSize(1);
  }
}
