package dev.dbpreflight.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The row that a result set stands on; one object serves all rows of an answer. */
final class ResultRow implements Row {

  /** Carries a driver's exception through readers, which cannot declare it. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(SQLException cause) {
      super(cause);
    }

    SQLException exception() {
      return (SQLException) getCause();
    }
  }

  private final ResultSet rows;

  /** Looked up once an answer: drivers compare labels letter by letter for every value. */
  private final ColumnLabels labels;

  private ResultRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    this.labels = ColumnLabels.of(rows.getMetaData());
  }

  /** Reads all rows of an answer. */
  static <T> List<T> readAll(ResultSet rows, Query<T> query) throws SQLException {
    ResultRow row = new ResultRow(rows);
    List<T> values = new ArrayList<>();
    while (rows.next()) {
      row.labels.beginRow();
      values.add(query.reader().read(row));
    }
    return values;
  }

  @Override
  public String text(String column) {
    try {
      return rows.getString(labels.position(column) + 1);
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }
}
