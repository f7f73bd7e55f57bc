package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.LockMode;
import dev.dbpreflight.conditions.LockWait;
import dev.dbpreflight.conditions.LockWait.Target;
import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.Maintenance.Kind;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.OpenTransaction.State;
import dev.dbpreflight.conditions.PreparedTransaction;
import dev.dbpreflight.conditions.ServerProcess;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityRulesTest {
  private static final ObjectName ACCOUNTS = new ObjectName("public", "accounts");
  private static final ObjectName LOG = new ObjectName("public", "log");
  private static final ObjectName ODD = new ObjectName("public", "a \"b\"\n\u001b[31m");
  private static final Optional<Duration> HOUR = Optional.of(Duration.ofHours(1));
  private static final Optional<Duration> MOMENT = Optional.of(Duration.ofSeconds(2));

  private static SchemaBuilder live() {
    return SchemaBuilder.postgres(18)
        .table("public.accounts", table -> table.column("id", "integer").primaryKey("id"))
        .table("public.log", table -> table.column("line", "text"));
  }

  /** The release alters the accounts and leaves the log alone. */
  private static EvidenceBuilder on(Activity activity) {
    SchemaBuilder release =
        SchemaBuilder.postgres(18)
            .table(
                "public.accounts",
                table -> table.column("id", "integer").primaryKey("id").column("fee", "numeric"))
            .table("public.log", table -> table.column("line", "text"));
    return EvidenceBuilder.live(live()).release(release).conditions(Conditions.NONE.with(activity));
  }

  private static ServerProcess client(int pid) {
    return new ServerProcess(pid, "app", "web", "10.0.0.5", "client backend");
  }

  private static OpenTransaction open(
      ServerProcess process, State state, Optional<Duration> age, ObjectName... tables) {
    TreeMap<ObjectName, LockMode> locks = new TreeMap<>();
    Arrays.stream(tables).forEach(table -> locks.put(table, LockMode.ACCESS_SHARE));
    return new OpenTransaction(process, state, age, age, locks);
  }

  private static OpenTransaction idle(int pid, Optional<Duration> age, ObjectName... tables) {
    return open(client(pid), State.IDLE, age, tables);
  }

  private static Activity open(OpenTransaction... transactions) {
    return new Activity(List.of(transactions), List.of(), List.of(), List.of());
  }

  private static LockWait waits(int pid, int behind, LockMode mode, long seconds) {
    return new LockWait(
        client(pid),
        Target.TABLE,
        Optional.of(ACCOUNTS),
        mode,
        Duration.ofSeconds(seconds),
        List.of(behind));
  }

  private static Activity waiting(OpenTransaction head, LockWait... waits) {
    return new Activity(List.of(head), List.of(waits), List.of(), List.of());
  }

  private static Activity working(String kind, Kind started, Optional<Duration> age) {
    String user = started == Kind.MANUAL ? "app" : "";
    ServerProcess process = new ServerProcess(7, user, user, "", kind);
    return new Activity(
        List.of(open(process, State.RUNNING, age, ACCOUNTS)),
        List.of(),
        List.of(),
        List.of(new Maintenance(process, "VACUUM", started, ACCOUNTS, age)));
  }

  static Stream<Rule> rules() {
    return Stream.of(
        new LockWaitInProgress(),
        new MaintenanceHoldsTable(),
        new OpenTransactionBlocksDdl(),
        new PreparedTransactionLeftBehind(),
        new QueryRunsLong(),
        new TransactionIdle());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatWasRefusedIsNotChecked(Rule rule) {
    Unread refused = new Unread(Topic.ACTIVITY, "who does what", "permission denied", "GRANT it");
    EvidenceBuilder evidence =
        EvidenceBuilder.fresh().conditions(Conditions.NONE.withUnread(refused));

    assertThat(evidence.unseen(rule))
        .containsExactly("who does what was not read: permission denied");
    assertThat(evidence.findings(rule)).isEmpty();
    assertThat(on(Activity.NONE).findings(rule)).isEmpty();
    assertThat(on(Activity.NONE).unseen(rule)).isEmpty();
  }

  @Test
  void hiddenTransactionsAreNotCheckedByRulesThatJudgeTheirAge() {
    Unread hidden = new Unread(Topic.TRANSACTIONS, "their age", "hidden", "GRANT it");
    EvidenceBuilder evidence =
        EvidenceBuilder.live(live())
            .conditions(
                Conditions.NONE
                    .with(open(open(client(1), State.HIDDEN, Optional.empty(), ACCOUNTS)))
                    .withUnread(hidden));

    assertThat(rules().filter(rule -> !evidence.unseen(rule).isEmpty()))
        .extracting(rule -> rule.info().id())
        .containsExactly("open-transaction-blocks-ddl", "query-runs-long", "transaction-idle");
    assertThat(rules().flatMap(rule -> evidence.findings(rule).stream())).isEmpty();
  }

  @Test
  void normalTrafficIsNotTold() {
    OpenTransaction reading = open(client(1), State.RUNNING, MOMENT, ACCOUNTS);
    Activity traffic =
        new Activity(
            List.of(reading, idle(2, MOMENT, ACCOUNTS, LOG)),
            List.of(waits(3, 2, LockMode.ROW_EXCLUSIVE, 1)),
            List.of(new PreparedTransaction("17", "app", Duration.ofSeconds(2), new TreeMap<>())),
            List.of(new Maintenance(client(4), "ANALYZE", Kind.MANUAL, ACCOUNTS, MOMENT)));

    assertThat(rules().flatMap(rule -> on(traffic).findings(rule).stream())).isEmpty();
  }

  @Test
  void anOldTransactionBlocksTheTableThatItHasOnlyRead() {
    assertThat(on(open(idle(1, HOUR, ACCOUNTS, LOG))).findings(new OpenTransactionBlocksDdl()))
        .containsExactly(
            "user \"app\", application \"web\" holds ACCESS SHARE on table \"public.accounts\","
                + " idle in transaction (pid 1, client 10.0.0.5, for 3600 s)");
  }

  @Test
  void transactionsOfOneApplicationAreOneFinding() {
    Optional<Duration> younger = Optional.of(Duration.ofMinutes(5));
    OpenTransaction other =
        open(
            new ServerProcess(4, "dba", "pg_dump", "", "client backend"),
            State.RUNNING,
            HOUR,
            ACCOUNTS,
            LOG);
    Activity activity = open(idle(1, younger, ACCOUNTS), idle(2, HOUR, ACCOUNTS), other);

    assertThat(on(activity).findings(new OpenTransactionBlocksDdl()))
        .containsExactly(
            "user \"app\", application \"web\" holds ACCESS SHARE on table \"public.accounts\","
                + " idle in transaction, with 1 younger transaction like it"
                + " (pid 2, client 10.0.0.5, for 3600 s)",
            "user \"dba\", application \"pg_dump\" holds ACCESS SHARE on table \"public.accounts\","
                + " running a statement (pid 4, for 3600 s)");
    assertThat(new OpenTransactionBlocksDdl().check(on(activity).build()).map(Finding::key))
        .doesNotHaveDuplicates();
  }

  @Test
  void aDumpThatLocksEveryTableIsOneFindingWhereNobodySaysWhatComes() {
    EvidenceBuilder evidence =
        EvidenceBuilder.live(live())
            .conditions(Conditions.NONE.with(open(idle(1, HOUR, ACCOUNTS, LOG))));

    assertThat(evidence.findings(new OpenTransactionBlocksDdl()))
        .containsExactly(
            "user \"app\", application \"web\" holds ACCESS SHARE on table \"public.accounts\""
                + " and locks on 1 more, idle in transaction"
                + " (pid 1, client 10.0.0.5, for 3600 s)");
  }

  @Test
  void theServersOwnProcessesAndTablesOfToolsBlockNothing() {
    ServerProcess own = new ServerProcess(1, "", "", "", "autovacuum worker");
    ObjectName ofTool = new ObjectName("public", "alembic_version");

    assertThat(
            on(open(open(own, State.RUNNING, HOUR, ACCOUNTS), idle(2, HOUR, ofTool)))
                .findings(new OpenTransactionBlocksDdl()))
        .isEmpty();
  }

  @Test
  void whoHoldsUpOthersIsToldByTheWaitAlone() {
    Activity activity =
        waiting(
            idle(1, HOUR, ACCOUNTS),
            waits(2, 1, LockMode.ACCESS_EXCLUSIVE, 40),
            waits(3, 2, LockMode.ACCESS_SHARE, 30));

    assertThat(on(activity).findings(new LockWaitInProgress()))
        .containsExactly(
            "2 sessions wait for a lock on table \"public.accounts\", and no reader passes the one"
                + " that asks for ACCESS EXCLUSIVE; held up by user \"app\", application \"web\","
                + " idle in transaction (pid 1, client 10.0.0.5, for 3600 s)");
    assertThat(on(activity).findings(new OpenTransactionBlocksDdl())).isEmpty();
    assertThat(on(activity).findings(new TransactionIdle())).isEmpty();
  }

  @Test
  void aShortWaitBehindAnOldTransactionIsTold() {
    assertThat(
            on(waiting(idle(1, HOUR, ACCOUNTS), waits(2, 1, LockMode.ROW_EXCLUSIVE, 0)))
                .findings(new LockWaitInProgress()))
        .hasSize(1);
  }

  @Test
  void whoWaitForEachOtherHaveNoHead() {
    Activity circle =
        new Activity(
            List.of(),
            List.of(waits(1, 2, LockMode.EXCLUSIVE, 9), waits(2, 1, LockMode.EXCLUSIVE, 9)),
            List.of(),
            List.of());

    assertThat(on(circle).findings(new LockWaitInProgress()))
        .containsExactly(
            "2 sessions wait for a lock on table \"public.accounts\";"
                + " nobody is to be seen at the head of the queue");
  }

  @Test
  void aWaitOnATableThatTheReleaseLeavesAloneIsNoHazard() {
    LockWait elsewhere =
        new LockWait(
            client(2),
            Target.TABLE,
            Optional.of(LOG),
            LockMode.SHARE,
            Duration.ofSeconds(99),
            List.of(1));
    assertThat(on(waiting(idle(1, HOUR, LOG), elsewhere)).findings(new LockWaitInProgress()))
        .isEmpty();
  }

  @Test
  void idleTransactionsAndLongStatementsBesideTheReleaseAreMentioned() {
    Activity activity = open(idle(1, HOUR, LOG), open(client(2), State.RUNNING, HOUR, LOG));

    assertThat(on(activity).findings(new TransactionIdle()))
        .containsExactly(
            "user \"app\", application \"web\" is idle in a transaction"
                + " (pid 1, client 10.0.0.5, for 3600 s)");
    assertThat(on(activity).findings(new QueryRunsLong()))
        .containsExactly(
            "user \"app\", application \"web\" runs a statement"
                + " (pid 2, client 10.0.0.5, for 3600 s)");
    assertThat(on(activity).findings(new OpenTransactionBlocksDdl())).isEmpty();
  }

  @Test
  void whoReplicatesIsNoClient() {
    ServerProcess worker =
        new ServerProcess(1, "app", "sub", "", "logical replication apply worker");
    Activity activity = open(open(worker, State.IDLE, HOUR), open(worker, State.RUNNING, HOUR));

    assertThat(on(activity).findings(new TransactionIdle())).isEmpty();
    assertThat(on(activity).findings(new QueryRunsLong())).isEmpty();
    assertThat(activity.ofClients()).isEmpty();
    assertThat(activity.oldest()).isEmpty();
  }

  @Test
  void aPreparedTransactionIsToldWithItsLocks() {
    TreeMap<ObjectName, LockMode> locks = new TreeMap<>();
    locks.put(ODD, LockMode.ROW_EXCLUSIVE);
    locks.put(ACCOUNTS, LockMode.ROW_EXCLUSIVE);
    Activity activity =
        new Activity(
            List.of(),
            List.of(),
            List.of(
                new PreparedTransaction("x'\u001b[0m", "app", HOUR.get(), locks),
                new PreparedTransaction("y", "app", HOUR.get(), new TreeMap<>())),
            List.of());

    assertThat(on(activity).findings(new PreparedTransactionLeftBehind()))
        .containsExactly(
            "prepared transaction \"y\" of user \"app\" is left, without a lock on a table of the"
                + " release (for 3600 s)",
            "prepared transaction \"x'\u001b[0m\" of user \"app\" holds ROW EXCLUSIVE on table"
                + " \"public.accounts\" (for 3600 s)");
  }

  @Test
  void maintenanceThatDoesNotGiveWayHoldsTheTable() {
    Rule rule = new MaintenanceHoldsTable();

    assertThat(on(working("client backend", Kind.MANUAL, HOUR)).findings(rule))
        .containsExactly(
            "VACUUM of user \"app\", application \"app\" works on table \"public.accounts\""
                + " (pid 7, for 3600 s)");
    assertThat(on(working("autovacuum worker", Kind.AGAINST_WRAPAROUND, HOUR)).findings(rule))
        .containsExactly(
            "autovacuum works on table \"public.accounts\" to prevent wraparound, and does not"
                + " give way (pid 7, for 3600 s)");
    assertThat(on(working("autovacuum worker", Kind.AUTOMATIC, HOUR)).findings(rule)).isEmpty();
    assertThat(
            on(working("client backend", Kind.MANUAL, HOUR))
                .findings(new OpenTransactionBlocksDdl()))
        .isEmpty();
  }
}
