package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.LockWait;
import dev.dbpreflight.conditions.Maintenance;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.OpenTransaction.State;
import dev.dbpreflight.conditions.PreparedTransaction;
import dev.dbpreflight.conditions.ServerProcess;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who does what in this database now. */
final class ServerActivity implements ConditionArea {
  private static final String SINCE_WHEN = "since when transactions are open";
  private static final Unread UNTRACKED =
      new Unread(
          Topic.TRANSACTIONS,
          SINCE_WHEN,
          "track_activities is off in a session that has one",
          "switch track_activities on for its role");

  /*
   * One row of no interest. A transaction keeps the first list of sessions that it has seen, while
   * its list of locks is always new: both have to be of the same moment.
   */
  private final Query<String> forgetting =
      new Query<>(
          "who does what now",
          "select pg_catalog.pg_stat_clear_snapshot()::pg_catalog.text as nothing",
          row -> row.textOrEmpty("nothing"));

  private final Query<OpenTransaction> transactions = OpenTransactions.query();
  private final Query<LockWait> waits = LockWaits.query();
  private final Query<PreparedTransaction> prepared = PreparedTransactions.query();
  private final Query<Optional<Maintenance>> maintenance = RunningMaintenance.query();

  private final Grantee reader;

  ServerActivity(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(forgetting, transactions, waits, prepared, maintenance);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    List<OpenTransaction> open = answers.of(transactions);
    List<Optional<Maintenance>> works = answers.of(maintenance);
    Conditions seen =
        known.with(
            new Activity(
                open,
                answers.of(waits),
                answers.of(prepared),
                works.stream().flatMap(Optional::stream).toList()));
    if (hidden(open).anyMatch(process -> process.kind().isEmpty())) {
      seen = seen.withUnread(hidden(Topic.TRANSACTIONS, SINCE_WHEN));
    }
    if (hidden(open).anyMatch(ServerProcess::isClient)) {
      seen = seen.withUnread(UNTRACKED);
    }
    if (works.stream().anyMatch(Optional::isEmpty)) {
      seen = seen.withUnread(hidden(Topic.MAINTENANCE, "which tables are being maintained"));
    }
    return seen;
  }

  /** The server's own processes hold up nobody for long, apart from maintenance. */
  private static Stream<ServerProcess> hidden(List<OpenTransaction> open) {
    return open.stream()
        .filter(transaction -> transaction.state() == State.HIDDEN)
        .map(OpenTransaction::process)
        .filter(process -> !process.isServers());
  }

  private Unread hidden(Topic topic, String fact) {
    return new Unread(
        topic,
        fact,
        "the server hides from " + reader.role() + " what sessions of other roles do",
        reader.membership("pg_read_all_stats"));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.ACTIVITY, "who does what in the database", refusal);
  }
}
