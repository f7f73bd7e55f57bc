package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryRow;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTable.Sheet;
import dev.dbpreflight.introspect.HistorySurroundings.Hindrance;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what migration tools have written down, in two turns. A table that the role may not read,
 * or that a migration has locked, is never asked for, since one refused statement would fail the
 * whole turn; its history says why it was not read.
 */
public final class HistoryReader {
  private static final String LATER = "run this again when that transaction has ended";

  private final Session session;

  public HistoryReader(Session session) {
    this.session = session;
  }

  /** One history per bookkeeping table, in their order. */
  public List<History> read(List<HistoryTable> tables) {
    if (tables.isEmpty()) {
      return List.of();
    }
    HistorySurroundings around = HistorySurroundings.read(session, tables);
    Map<HistoryTable, History> histories = new LinkedHashMap<>();
    List<HistoryTable> readable = new ArrayList<>();
    for (HistoryTable table : tables) {
      Optional<Hindrance> hindrance = hindrance(table, around);
      if (hindrance.isPresent()) {
        histories.put(table, unread(table, hindrance.get(), around));
      } else {
        readable.add(table);
      }
    }
    histories.putAll(ask(readable, around));
    return tables.stream().map(histories::get).toList();
  }

  private static Optional<Hindrance> hindrance(HistoryTable table, HistorySurroundings around) {
    List<Hindrance> denied =
        table.sheets().stream()
            .map(sheet -> around.unreadable().get(sheet.table()))
            .filter(Objects::nonNull)
            .toList();
    return denied.isEmpty()
        ? around.locks().blocking(table).map(reason -> new Hindrance(reason, List.of(LATER)))
        : Optional.of(new Hindrance(denied.getFirst().reason(), lacking(denied)));
  }

  /** One right may be missing for several tables. */
  private static List<String> lacking(List<Hindrance> denied) {
    return denied.stream().flatMap(one -> one.remedies().stream()).distinct().toList();
  }

  /**
   * All in one turn; one by one only if that fails, so that one bad table does not hide the others.
   */
  private Map<HistoryTable, History> ask(List<HistoryTable> tables, HistorySurroundings around) {
    Map<HistoryTable, Map<Sheet, Query<HistoryRow>>> queries = new LinkedHashMap<>();
    tables.forEach(table -> queries.put(table, queries(table)));
    List<Query<?>> all = new ArrayList<>();
    queries.values().forEach(some -> all.addAll(some.values()));
    Map<HistoryTable, History> histories = new LinkedHashMap<>();
    try {
      Answers answers = all.isEmpty() ? new Answers() : session.ask(all);
      queries.forEach((table, some) -> histories.put(table, judge(table, some, answers, around)));
    } catch (ProblemException problem) {
      if (tables.size() == 1) {
        HistoryTable table = tables.getFirst();
        histories.put(table, unread(table, told(problem.problem()), around));
      } else {
        tables.forEach(table -> histories.putAll(ask(List.of(table), around)));
      }
    }
    return histories;
  }

  private Map<Sheet, Query<HistoryRow>> queries(HistoryTable table) {
    Map<Sheet, Query<HistoryRow>> queries = new LinkedHashMap<>();
    for (Sheet sheet : table.sheets()) {
      queries.put(sheet, new HistoryQuery(session.engine(), table, sheet).query());
    }
    return queries;
  }

  private static History judge(
      HistoryTable table,
      Map<Sheet, Query<HistoryRow>> queries,
      Answers answers,
      HistorySurroundings around) {
    Map<Sheet, List<HistoryRow>> rows = new LinkedHashMap<>();
    queries.forEach((sheet, query) -> rows.put(sheet, answers.of(query)));
    return table.judge(rows, around.locks().on(table), around.serverTime());
  }

  private static Hindrance told(Problem problem) {
    return new Hindrance(problem.what(), List.of(problem.next()));
  }

  private static History unread(HistoryTable table, Hindrance why, HistorySurroundings around) {
    String remedy = String.join("; ", why.remedies());
    return History.unread(table, why.reason(), remedy, around.locks().on(table));
  }
}
