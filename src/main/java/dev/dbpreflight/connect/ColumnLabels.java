package dev.dbpreflight.connect;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of an answer stand. One object serves all its rows. */
final class ColumnLabels {
  private final Map<String, Integer> positions = new HashMap<>();

  /** The labels in the order in which the first row was asked for them: so are all the others. */
  private String[] asked = new String[16];

  private int[] found = new int[16];
  private int next;

  /** Of two columns with the same label the first counts. */
  ColumnLabels(List<String> labels) {
    for (int at = 0; at < labels.size(); at++) {
      positions.putIfAbsent(labels.get(at), at);
    }
  }

  static ColumnLabels of(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      labels.add(columns.getColumnLabel(column));
    }
    return new ColumnLabels(labels);
  }

  /** Another row is being read from now on. */
  void beginRow() {
    next = 0;
  }

  /**
   * The position, from 0.
   *
   * @throws IllegalArgumentException when there is none of this label
   */
  int position(String label) {
    int turn = next++;
    // Labels are literals, so the same label is the same object; if not, it is looked up.
    if (turn < asked.length && asked[turn] == label) {
      return found[turn];
    }
    Integer position = positions.get(label);
    if (position == null) {
      throw new IllegalArgumentException("no column \"" + label + "\" among " + positions.keySet());
    }
    if (turn == asked.length) {
      asked = Arrays.copyOf(asked, 2 * turn);
      found = Arrays.copyOf(found, 2 * turn);
    }
    asked[turn] = label;
    found[turn] = position;
    return position;
  }
}
