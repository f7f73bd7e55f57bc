package dev.dbpreflight.history;

import dev.dbpreflight.history.MigrationLock.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which rows of a tool's table stand for a lock that is held, and what they say about its holder.
 *
 * @param since the column that says when it was taken; empty when none does
 * @param utc times without a zone are in UTC
 */
record LockRows(
    BiPredicate<HistoryRow, Instant> held,
    Function<HistoryRow, String> holder,
    String since,
    boolean utc) {

  /** Whatever row is there, is a lock. */
  static LockRows every() {
    return where(row -> true);
  }

  static LockRows where(Predicate<HistoryRow> held) {
    return new LockRows((row, now) -> held.test(row), row -> "", "", false);
  }

  /** A lock that its holder must renew before a time. */
  static LockRows leased(String locked, String expires) {
    return new LockRows(
        (row, now) ->
            row.flag(locked) && row.time(expires).map(time -> time.at().isAfter(now)).orElse(true),
        row -> "",
        "",
        false);
  }

  LockRows by(Function<HistoryRow, String> whom) {
    return new LockRows(held, whom, since, utc);
  }

  LockRows since(String column) {
    return new LockRows(held, holder, column, utc);
  }

  LockRows sinceInUtc(String column) {
    return new LockRows(held, holder, column, true);
  }

  List<MigrationLock> among(List<HistoryRow> rows, Instant now) {
    return rows.stream()
        .filter(row -> held.test(row, now))
        .map(row -> new MigrationLock(Kind.ROW, holder.apply(row), 0, age(row, now)))
        .toList();
  }

  private Optional<Duration> age(HistoryRow row, Instant now) {
    return since.isEmpty()
        ? Optional.empty()
        : row.time(since).map(time -> utc ? time.inUtc() : time).flatMap(time -> time.age(now));
  }
}
