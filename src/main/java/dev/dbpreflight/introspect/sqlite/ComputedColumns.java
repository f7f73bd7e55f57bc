package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.sqlite.CatalogRow.ColumnRow;
import dev.dbpreflight.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that SQLite has to work out: those of views, from their queries, and of virtual
 * tables, from their modules. One broken view makes the whole statement fail, so a statement that
 * fails is asked again for each half of its views; without a broken one it stays a single
 * statement.
 */
final class ComputedColumns {
  private static final int PRIMARY_CODE = 0xff;

  /** SQLite's code for SQL that names what is not there. */
  private static final int ERROR = 1;

  private final Session session;
  private final List<ColumnRow> rows = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();

  private ComputedColumns(Session session) {
    this.session = session;
  }

  /**
   * @throws ProblemException for everything but a broken view or virtual table
   */
  static ComputedColumns read(Session session, List<String> relations) {
    ComputedColumns columns = new ComputedColumns(session);
    if (!relations.isEmpty()) {
      columns.ask(relations);
    }
    return columns;
  }

  private void ask(List<String> relations) {
    try {
      rows.addAll(session.ask(CatalogQueries.columnsOf(relations)));
    } catch (ProblemException e) {
      if (!isBrokenDefinition(e)) {
        throw e;
      }
      int size = relations.size();
      if (size == 1) {
        broken.add(relations.getFirst());
      } else {
        ask(relations.subList(0, size / 2));
        ask(relations.subList(size / 2, size));
      }
    }
  }

  private static boolean isBrokenDefinition(ProblemException problem) {
    return problem.getCause() instanceof SQLException refusal
        && (refusal.getErrorCode() & PRIMARY_CODE) == ERROR;
  }

  List<ColumnRow> rows() {
    return rows;
  }

  boolean isBroken(String relation) {
    return broken.contains(relation);
  }
}
