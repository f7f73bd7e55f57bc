package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.PreparedTransaction;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import java.time.Duration;

/** The transactions of this database that were prepared and neither committed nor rolled back. */
final class PreparedTransactions {

  /*
   * One row: a prepared transaction of this database. It has no process; its locks are those of
   * the virtual transaction that holds the lock of its own id. That is the one of the session that
   * prepared it until the server starts anew, and only then "-1/" and the id, as the manual says
   * it is always. Everybody may see all of it. Tried on 14 to 18.
   */
  private static final String SQL =
      """
      with %s
      select p.gid, p.owner, %s as prepared_for, held.schemas, held.tables, held.modes
      from pg_catalog.pg_prepared_xacts p
      left join locks own
        on own.locktype = 'transactionid' and own.transactionid = p.transaction and own.pid is null
      left join held on held.pid is null and held.virtualtransaction = own.virtualtransaction
      where p.database = pg_catalog.current_database()
      order by p.gid collate "C"
      """
          .formatted(TableLocks.HELD, Processes.secondsSince("p.prepared"));

  private PreparedTransactions() {}

  static Query<PreparedTransaction> query() {
    return new Query<>("prepared transactions", SQL, PreparedTransactions::read);
  }

  private static PreparedTransaction read(Row row) {
    return new PreparedTransaction(
        row.text("gid"),
        row.textOrEmpty("owner"),
        Processes.seconds(row, "prepared_for").orElse(Duration.ZERO),
        TableLocks.read(row));
  }
}
