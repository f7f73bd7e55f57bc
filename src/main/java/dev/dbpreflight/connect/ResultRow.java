package dev.dbpreflight.connect;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final Map<String, Integer> columns = new HashMap<>();

  /** The labels in the order in which the first row was asked for them: so are all the others. */
  private String[] asked = new String[16];

  private int[] positions = new int[16];
  private int next;

  ResultRow(ResultSet rows) throws SQLException {
    this.rows = rows;
    ResultSetMetaData labels = rows.getMetaData();
    for (int column = 1; column <= labels.getColumnCount(); column++) {
      columns.putIfAbsent(labels.getColumnLabel(column), column);
    }
  }

  /** Reads all rows of an answer. */
  static <T> List<T> readAll(ResultSet rows, Query<T> query) throws SQLException {
    ResultRow row = new ResultRow(rows);
    List<T> values = new ArrayList<>();
    while (rows.next()) {
      row.next = 0;
      values.add(query.reader().read(row));
    }
    return values;
  }

  static <T> void readInto(Answers answers, Query<T> query, ResultSet rows) throws SQLException {
    answers.put(query, readAll(rows, query));
  }

  @Override
  public String text(String column) {
    try {
      return rows.getString(position(column));
    } catch (SQLException e) {
      throw new Unreadable(e);
    }
  }

  private int position(String column) {
    int turn = next++;
    // Labels are literals, so the same label is the same object; if not, it is looked up.
    if (turn < asked.length && asked[turn] == column) {
      return positions[turn];
    }
    Integer position = columns.get(column);
    if (position == null) {
      throw new IllegalArgumentException("no column \"" + column + "\" among " + columns.keySet());
    }
    if (turn == asked.length) {
      asked = Arrays.copyOf(asked, 2 * turn);
      positions = Arrays.copyOf(positions, 2 * turn);
    }
    asked[turn] = column;
    positions[turn] = position;
    return position;
  }

  @Override
  public String textOrEmpty(String column) {
    String text = text(column);
    return text == null ? "" : text;
  }

  @Override
  public boolean flag(String column) {
    String text = textOrEmpty(column);
    return switch (text) {
      case "t", "true" -> true;
      case "", "f", "false" -> false;
      default -> Double.parseDouble(text) != 0;
    };
  }

  @Override
  public long number(String column) {
    String text = text(column);
    return text == null ? 0 : Long.parseLong(text);
  }

  @Override
  public List<String> texts(String column) {
    String text = text(column);
    return text == null ? List.of() : ArrayText.elements(text);
  }

  @Override
  public boolean isNull(String column) {
    return text(column) == null;
  }
}
