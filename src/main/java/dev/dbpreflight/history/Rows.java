package dev.dbpreflight.history;

import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.Trouble.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A bookkeeping table with one row per migration, as most tools have it. Columns are in lower case.
 *
 * @param id columns that make up a revision as the tool spells it
 * @param separator between them
 * @param sift leaves the rows that the tool goes by
 * @param newestPer the current revisions are the newest per value of this column; empty for the
 *     newest of all
 * @param order from the oldest to the newest; null when every row is current
 * @param applied which of the sifted rows are applied in full
 * @param recorded which of them were not run
 */
record Rows(
    List<String> id,
    String separator,
    UnaryOperator<List<HistoryRow>> sift,
    String newestPer,
    Comparator<HistoryRow> order,
    Predicate<HistoryRow> applied,
    Function<HistoryRow, String> checksum,
    Predicate<HistoryRow> recorded,
    List<Fault> faults,
    LockRows locks)
    implements Reading {
  private static final BigInteger NONE = BigInteger.ONE.shiftLeft(80).negate();

  /**
   * Rows that tell of a migration which did not end well.
   *
   * @param detail what the row says about it
   */
  record Fault(Kind kind, Predicate<HistoryRow> rows, Function<HistoryRow, String> detail) {}

  Rows {
    id = List.copyOf(id);
    faults = List.copyOf(faults);
  }

  /** Every row is current. */
  static Rows all(String revision) {
    return newest(revision, revision).ordered(null);
  }

  /**
   * The revision with the greatest value of these columns is current.
   *
   * @param order a name that starts with "#" is of a column that holds numbers
   */
  static Rows newest(String revision, String... order) {
    return new Rows(
        List.of(revision),
        "",
        UnaryOperator.identity(),
        "",
        Arrays.stream(order).map(Rows::by).reduce(Comparator::thenComparing).orElseThrow(),
        row -> true,
        row -> "",
        row -> false,
        List.of(),
        LockRows.where(row -> false));
  }

  private Rows ordered(Comparator<HistoryRow> by) {
    return new Rows(id, separator, sift, newestPer, by, applied, checksum, recorded, faults, locks);
  }

  Rows where(Predicate<HistoryRow> counts) {
    return sifted(rows -> rows.stream().filter(counts).toList());
  }

  /** Only the last row counts of those with the same value. */
  Rows lastPer(String same, String order) {
    return sifted(
        rows -> {
          Map<String, HistoryRow> last = new LinkedHashMap<>();
          rows.stream().sorted(by(order)).forEach(row -> last.put(row.text(same), row));
          return List.copyOf(last.values());
        });
  }

  private Rows sifted(UnaryOperator<List<HistoryRow>> further) {
    UnaryOperator<List<HistoryRow>> both = rows -> further.apply(sift.apply(rows));
    return new Rows(
        id, separator, both, newestPer, order, applied, checksum, recorded, faults, locks);
  }

  /** One current revision per group, spelled "group, separator, revision". */
  Rows per(String group, String between) {
    List<String> spelled = List.of(group, id.getFirst());
    return new Rows(
        spelled, between, sift, group, order, applied, checksum, recorded, faults, locks);
  }

  Rows spelled(String between, String... columns) {
    return new Rows(
        List.of(columns),
        between,
        sift,
        newestPer,
        order,
        applied,
        checksum,
        recorded,
        faults,
        locks);
  }

  /** The others can be current all the same. */
  Rows appliedWhere(Predicate<HistoryRow> inFull) {
    return new Rows(
        id, separator, sift, newestPer, order, inFull, checksum, recorded, faults, locks);
  }

  Rows checksum(String column) {
    return checksum(row -> row.text(column));
  }

  Rows checksum(Function<HistoryRow, String> text) {
    return new Rows(id, separator, sift, newestPer, order, applied, text, recorded, faults, locks);
  }

  Rows recordedWhere(Predicate<HistoryRow> notRun) {
    return new Rows(
        id, separator, sift, newestPer, order, applied, checksum, notRun, faults, locks);
  }

  Rows trouble(Kind kind, Predicate<HistoryRow> rows) {
    return trouble(kind, rows, row -> "");
  }

  Rows trouble(Kind kind, Predicate<HistoryRow> rows, String detail) {
    return trouble(kind, rows, row -> row.firstLine(detail));
  }

  Rows trouble(Kind kind, Predicate<HistoryRow> rows, Function<HistoryRow, String> detail) {
    List<Fault> all = new ArrayList<>(faults);
    all.add(new Fault(kind, rows, detail));
    return new Rows(id, separator, sift, newestPer, order, applied, checksum, recorded, all, locks);
  }

  Rows locked(LockRows rows) {
    return new Rows(
        id, separator, sift, newestPer, order, applied, checksum, recorded, faults, rows);
  }

  @Override
  public Account judge(Books books) {
    List<HistoryRow> rows = sift.apply(books.rows());
    Comparator<HistoryRow> byName = Comparator.comparing(this::revision);
    List<HistoryRow> sorted =
        rows.stream().sorted(order == null ? byName : order.thenComparing(byName)).toList();
    List<AppliedMigration> all =
        sorted.stream().filter(applied).map(row -> migration(books, row)).toList();
    return new Account(
        current(sorted).stream().map(this::revision).toList(),
        all,
        troubles(books),
        locks.among(books.rows(), books.serverTime()));
  }

  private AppliedMigration migration(Books books, HistoryRow row) {
    Origin origin = recorded.test(row) ? Origin.RECORDED : Origin.RUN;
    return new AppliedMigration(books.id(revision(row)), checksum.apply(row), origin);
  }

  private List<Trouble> troubles(Books books) {
    List<Trouble> troubles = new ArrayList<>();
    for (HistoryRow row : books.rows()) {
      faults.stream()
          .filter(fault -> fault.rows().test(row))
          .findFirst()
          .map(
              fault ->
                  new Trouble(fault.kind(), books.id(revision(row)), fault.detail().apply(row)))
          .ifPresent(troubles::add);
    }
    return troubles;
  }

  private Collection<HistoryRow> current(List<HistoryRow> sorted) {
    if (order == null) {
      return sorted;
    }
    Map<String, HistoryRow> newest = new HashMap<>();
    sorted.forEach(row -> newest.put(newestPer.isEmpty() ? "" : row.text(newestPer), row));
    return newest.values();
  }

  private String revision(HistoryRow row) {
    return id.stream().map(row::text).collect(Collectors.joining(separator));
  }

  /** What holds no number, or nothing, comes first. */
  static Comparator<HistoryRow> by(String column) {
    return column.startsWith("#")
        ? Comparator.comparing(row -> number(row.text(column.substring(1))))
        : Comparator.comparing(row -> row.text(column));
  }

  private static BigInteger number(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean number = !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
    return number ? new BigInteger(text) : NONE;
  }
}
