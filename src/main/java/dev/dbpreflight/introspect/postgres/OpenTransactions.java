package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.OpenTransaction.State;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import java.time.Duration;
import java.util.Optional;

/** The transactions of this database that are open now. */
final class OpenTransactions {

  /*
   * One row: a process that is in a transaction on this database, or that holds locks on its
   * tables between two transactions. Every open transaction locks its virtual id, which
   * everybody may see. Other databases' transactions hold up nothing here: CREATE INDEX
   * CONCURRENTLY waits for snapshots of its own database only. Parallel workers are part of
   * their leader. greatest() ignores NULL, hence the case. Tried on 14 to 18.
   */
  private static final String SQL =
      """
      with %s
      select %s, a.state,
        case when a.xact_start is not null then %s end as open_for,
        case when a.state = 'active' then %s else %s end as in_state_for,
        held.schemas, held.tables, held.modes
      from pg_catalog.pg_stat_activity a
      left join held on held.pid = a.pid
      where a.datid = %s and a.pid <> pg_catalog.pg_backend_pid()
        and a.backend_type is distinct from 'parallel worker'
        and (held.pid is not null or exists (
          select from locks l where l.locktype = 'virtualxid' and l.pid = a.pid))
      order by a.pid
      """
          .formatted(
              TableLocks.HELD,
              Processes.COLUMNS,
              Processes.secondsSince("a.xact_start"),
              Processes.secondsSince("a.query_start"),
              Processes.secondsSince("a.state_change"),
              TableLocks.THIS_DATABASE);

  private OpenTransactions() {}

  static Query<OpenTransaction> query() {
    return new Query<>("open transactions", SQL, OpenTransactions::read);
  }

  private static OpenTransaction read(Row row) {
    State state = state(row);
    Optional<Duration> nothing = Optional.empty();
    boolean hidden = state == State.HIDDEN;
    return new OpenTransaction(
        Processes.read(row),
        state,
        // One that began after the look at the sessions has no beginning yet.
        hidden ? nothing : Processes.seconds(row, "open_for").or(() -> Optional.of(Duration.ZERO)),
        hidden ? nothing : Processes.seconds(row, "in_state_for"),
        TableLocks.read(row));
  }

  /** Idle but in a transaction is one that begins at this moment. */
  private static State state(Row row) {
    return switch (row.textOrEmpty("state")) {
      case "", "disabled" -> State.HIDDEN;
      case "idle in transaction", "idle in transaction (aborted)" -> State.IDLE;
      default -> State.RUNNING;
    };
  }
}
