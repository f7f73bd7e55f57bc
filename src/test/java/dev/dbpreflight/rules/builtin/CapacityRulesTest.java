package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.conditions.ByteCount.GIGABYTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Archiver;
import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Connections;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.Connections.Scope;
import dev.dbpreflight.conditions.ReplicationSlot;
import dev.dbpreflight.conditions.Standbys;
import dev.dbpreflight.conditions.Standbys.Standby;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.TransactionAge;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.EvidenceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules about the server: connections, replication, archiving, transaction IDs. */
class CapacityRulesTest {
  private static final String HOSTILE = "a\"; \u001b[31m%s\n::error::";

  private static EvidenceBuilder with(Capacity capacity) {
    return EvidenceBuilder.fresh().capacity(capacity);
  }

  private static EvidenceBuilder limits(Limit... limits) {
    return with(Capacity.NONE.withConnections(new Connections(List.of(limits), false)));
  }

  private static EvidenceBuilder standbys(String names, int required, Standby... connected) {
    return with(Capacity.NONE.withStandbys(new Standbys(List.of(connected), 0, names, required)));
  }

  private static Standby standby(boolean synchronous, long behind, long seconds) {
    return new Standby("s1", synchronous, new ByteCount(behind), Duration.ofSeconds(seconds));
  }

  private static EvidenceBuilder slot(
      boolean active, long retained, String walStatus, String invalidation) {
    ReplicationSlot slot =
        new ReplicationSlot("s1", "", active, new ByteCount(retained), walStatus, invalidation);
    return with(Capacity.NONE.withSlots(List.of(slot)));
  }

  @Test
  void theLimitThatIsReachedFirstIsNamed() {
    assertThat(
            limits(
                    new Limit(Scope.DATABASE, "shop", 40, 50),
                    new Limit(Scope.ROLE, "app", 9, 10),
                    new Limit(Scope.SERVER, "", 60, 97))
                .findings(new ConnectionHeadroomLow()))
        .containsExactly("9 of the 10 connections that role \"app\" may have are taken, 1 left");
    assertThat(
            limits(new Limit(Scope.ROLE, "app", 8, 10), new Limit(Scope.DATABASE, HOSTILE, 4, 5))
                .findings(new ConnectionHeadroomLow()))
        .as("of two that are equally full the one with fewer left")
        .containsExactly(
            "4 of the 5 connections that database \"" + HOSTILE + "\" may have are taken, 1 left");
  }

  @Test
  void connectionsThatAreLeftAreNoFinding() {
    assertThat(limits(new Limit(Scope.SERVER, "", 77, 97)).findings(new ConnectionHeadroomLow()))
        .isEmpty();
    assertThat(limits(new Limit(Scope.SERVER, "", 1, 7)).findings(new ConnectionHeadroomLow()))
        .isEmpty();
    assertThat(limits().findings(new ConnectionHeadroomLow())).isEmpty();
  }

  @Test
  void aLimitOfNothingIsUsedUp() {
    assertThat(
            limits(new Limit(Scope.DATABASE, "shop", 0, 0)).findings(new ConnectionHeadroomLow()))
        .containsExactly(
            "0 of the 0 connections that database \"shop\" may have are taken, 0 left");
  }

  @Test
  void onlyAPoolerThatIsProvenIsTold() {
    assertThat(limits().findings(new PoolerInTheWay())).isEmpty();
    assertThat(
            with(Capacity.NONE.withConnections(new Connections(List.of(), true)))
                .findings(new PoolerInTheWay()))
        .containsExactly("a pooler answers: the server's process is not the one that it gave");
  }

  @Test
  void commitsHangWhereTooFewStandbysAreThere() {
    Rule rule = new SynchronousStandbyMissing();

    assertThat(standbys("s1", 1).findings(rule))
        .containsExactly(
            "synchronous_standby_names is \"s1\": commits wait for 1 standby, connected is none");
    assertThat(standbys("ANY 2 (s1, s2)", 2, standby(true, 0, 0)).findings(rule))
        .containsExactly(
            "synchronous_standby_names is \"ANY 2 (s1, s2)\": commits wait for 2 standbys,"
                + " connected are 1");
    assertThat(standbys("s1", 1, standby(false, 0, 0)).findings(rule)).hasSize(1);
    assertThat(standbys(HOSTILE, 1).findings(rule).getFirst()).contains(HOSTILE);
  }

  @Test
  void commitsThatWaitForNobodyOrForOneThatIsThereAreFine() {
    Rule rule = new SynchronousStandbyMissing();

    assertThat(standbys("", 0).findings(rule)).isEmpty();
    assertThat(standbys("s1", 1, standby(true, 0, 0)).findings(rule)).isEmpty();
  }

  @Test
  void aStandbyOfWhichNothingIsSeenMayBeTheOneThatCommitsWaitFor() {
    Standbys hidden = new Standbys(List.of(), 1, "s1", 1);
    Standbys needless = new Standbys(List.of(), 1, "", 0);
    Unread unread = new Unread(Topic.STANDBYS, "the lag", "role app sees nothing", "GRANT it");
    Rule rule = new SynchronousStandbyMissing();

    EvidenceBuilder waiting = standbysUnread(hidden, unread);
    assertThat(waiting.findings(rule)).isEmpty();
    assertThat(waiting.unseen(rule)).containsExactly("the lag was not read: role app sees nothing");
    assertThat(standbysUnread(needless, unread).unseen(rule)).isEmpty();
    assertThat(standbysUnread(needless, unread).unseen(new ReplicationLagHigh())).hasSize(1);
  }

  private static EvidenceBuilder standbysUnread(Standbys standbys, Unread unread) {
    return EvidenceBuilder.fresh()
        .conditions(Conditions.NONE.with(Capacity.NONE.withStandbys(standbys)).withUnread(unread));
  }

  @Test
  void aStandbyIsFarBehindInSecondsOrInBytes() {
    Rule rule = new ReplicationLagHigh();

    assertThat(standbys("", 0, standby(false, 20_000_000, 61)).findings(rule))
        .containsExactly("standby \"s1\" is 20 MB of log and 61 s behind");
    assertThat(standbys("", 0, standby(false, 2 * GIGABYTE, 0)).findings(rule))
        .containsExactly("standby \"s1\" is 2 GB of log and 0 s behind");
    assertThat(standbys("", 0, standby(false, GIGABYTE, 60)).findings(rule)).isEmpty();
  }

  @Test
  void aSlotWithoutConsumerIsTold() {
    Rule rule = new ReplicationSlotInactive();

    assertThat(slot(false, 2_500_000, "reserved", "").findings(rule))
        .containsExactly(
            "replication slot \"s1\" has no consumer, and 2.5 MB of log are kept for it");
    assertThat(slot(true, 2_500_000, "reserved", "").findings(rule)).isEmpty();
    assertThat(slot(false, 0, "lost", "").findings(rule)).as("told as lost").isEmpty();
  }

  @Test
  void aSlotIsLostOrAboutToBe() {
    Rule rule = new ReplicationSlotLost();

    assertThat(slot(false, 0, "lost", "").findings(rule))
        .containsExactly("replication slot \"s1\" has lost log that its consumer needs");
    assertThat(slot(false, 0, "lost", "wal_removed").findings(rule))
        .containsExactly("replication slot \"s1\" was invalidated by the server: wal_removed");
    assertThat(slot(false, 0, "reserved", "idle_timeout").findings(rule)).hasSize(1);
    assertThat(slot(true, 0, "unreserved", "").findings(rule))
        .containsExactly(
            "replication slot \"s1\" may lose log that its consumer needs at the next checkpoint");
    assertThat(slot(true, 9 * GIGABYTE, "extended", "").findings(rule)).isEmpty();
    assertThat(slot(true, 0, "", "").findings(rule)).isEmpty();
  }

  @Test
  void muchLogKeptForASlotIsTold() {
    Rule rule = new WalRetainedBySlot();

    assertThat(slot(true, 6 * GIGABYTE, "extended", "").findings(rule))
        .containsExactly("6 GB of log are kept for replication slot \"s1\", which has a consumer");
    assertThat(slot(false, 4 * GIGABYTE, "extended", "").findings(rule)).isEmpty();
  }

  @Test
  void severalSlotsHaveKeysOfTheirOwn() {
    ReplicationSlot one =
        new ReplicationSlot(HOSTILE, "shop", false, new ByteCount(1), "reserved", "");
    ReplicationSlot other =
        new ReplicationSlot("other", "", false, new ByteCount(1), "reserved", "");

    assertThat(
            new ReplicationSlotInactive()
                .check(with(Capacity.NONE.withSlots(List.of(one, other))).build())
                .map(Finding::key))
        .containsExactly(
            "replication-slot-inactive:database::" + HOSTILE,
            "replication-slot-inactive:database::other");
  }

  @Test
  void anArchiverWhoseLastAttemptFailedIsTold() {
    Rule rule = new ArchiverFailing();

    assertThat(with(Capacity.NONE.withArchiver(new Archiver(true, "0001"))).findings(rule))
        .containsExactly("the server could not archive \"0001\", and nothing since");
    assertThat(with(Capacity.NONE.withArchiver(new Archiver(false, "0001"))).findings(rule))
        .isEmpty();
    assertThat(with(Capacity.NONE).findings(rule)).as("nothing is archived").isEmpty();
  }

  @Test
  void transactionIdsAreToldLongBeforeTheyAreUsedUp() {
    Rule rule = new TransactionIdsNearWraparound();

    assertThat(aged(1_400_000_000, 5).findings(rule))
        .containsExactly(
            "database \"shop\" is 1400000000 transaction IDs old, 65 % of what there can be");
    assertThat(aged(5, 1_073_741_824).findings(rule))
        .containsExactly(
            "database \"shop\" is 1073741824 multixact IDs old, 50 % of what there can be");
    assertThat(aged(1_000_000_000, 400_000_000).findings(rule))
        .as("a server that is told to freeze late")
        .isEmpty();
  }

  private static EvidenceBuilder aged(long ids, long multixacts) {
    return with(Capacity.NONE.withOldest(new TransactionAge("shop", ids, multixacts)));
  }

  static List<Map.Entry<Topic, Rule>> topics() {
    return List.of(
        Map.entry(Topic.ARCHIVER, new ArchiverFailing()),
        Map.entry(Topic.CONNECTIONS, new ConnectionHeadroomLow()),
        Map.entry(Topic.CONNECTIONS, new PoolerInTheWay()),
        Map.entry(Topic.DATABASE_SIZE, new StorageNearlyFull()),
        Map.entry(Topic.REPLICATION_SLOTS, new ReplicationSlotInactive()),
        Map.entry(Topic.REPLICATION_SLOTS, new ReplicationSlotLost()),
        Map.entry(Topic.REPLICATION_SLOTS, new WalRetainedBySlot()),
        Map.entry(Topic.STANDBYS, new ReplicationLagHigh()),
        Map.entry(Topic.STANDBYS, new SynchronousStandbyMissing()),
        Map.entry(Topic.TABLE_SIZES, new LargeTableTouched()),
        Map.entry(Topic.TABLE_SIZES, new StorageNearlyFull()),
        Map.entry(Topic.TABLE_SIZES, new WraparoundVacuumDue()),
        Map.entry(Topic.TRANSACTION_AGE, new TransactionIdsNearWraparound()));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void whatWasNotReadIsNotChecked(Map.Entry<Topic, Rule> topic) {
    Conditions unread =
        Conditions.NONE.withUnread(new Unread(topic.getKey(), "the fact", "no", "ask"));

    assertThat(EvidenceBuilder.fresh().conditions(unread).unseen(topic.getValue()))
        .containsExactly("the fact was not read: no");
  }
}
