package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.ServerMode;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.support.EvidenceBuilder;
import org.junit.jupiter.api.Test;

class ServerReadOnlyTest {
  private final ServerReadOnly rule = new ServerReadOnly();

  private static EvidenceBuilder on(boolean inRecovery, boolean readOnlyByDefault) {
    return EvidenceBuilder.fresh()
        .conditions(Conditions.NONE.with(new ServerMode(inRecovery, readOnlyByDefault)));
  }

  @Test
  void aStandbyTakesNoMigration() {
    assertThat(on(true, true).findings(rule))
        .containsExactly("the server is in recovery: it is a standby, or being restored");
  }

  @Test
  void aReadOnlyDefaultStopsAMigration() {
    assertThat(on(false, true).findings(rule))
        .containsExactly("default_transaction_read_only is on for this role or database");
  }

  @Test
  void aPrimaryIsFine() {
    assertThat(on(false, false).findings(rule)).isEmpty();
  }

  @Test
  void aModeThatWasNotReadIsNotChecked() {
    Conditions unread =
        Conditions.NONE.withUnread(new Unread(Topic.SERVER_MODE, "the mode", "no", "ask"));
    assertThat(EvidenceBuilder.fresh().conditions(unread).unseen(rule))
        .containsExactly("the mode was not read: no");
  }
}
