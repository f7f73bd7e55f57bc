package dev.dbpreflight.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The known names that are closest to a name nobody knows. Names too far away to be a slip of the
 * keyboard are left out, so the list may be empty.
 */
public final class Nearest {
  private static final int LISTED = 3;

  private Nearest() {}

  /** At most three of the known names, the closest first, equally close ones in their own order. */
  public static List<String> to(String unknown, Collection<String> known) {
    int limit = Math.max(2, unknown.length() / 2);
    return known.stream()
        .filter(name -> distance(unknown, name) <= limit)
        .sorted(Comparator.comparingInt(name -> distance(unknown, name)))
        .limit(LISTED)
        .toList();
  }

  /** How many letters must be changed, added, left out or swapped with their neighbour. */
  public static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int row = 0; row <= left.length(); row++) {
      for (int column = 0; column <= right.length(); column++) {
        cost[row][column] = cell(cost, left, right, row, column);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cell(int[][] cost, String left, String right, int row, int column) {
    if (row == 0 || column == 0) {
      return row + column;
    }
    boolean same = letter(left, row) == letter(right, column);
    int best = Math.min(cost[row - 1][column], cost[row][column - 1]) + 1;
    best = Math.min(best, cost[row - 1][column - 1] + (same ? 0 : 1));
    boolean swapped =
        row > 1
            && column > 1
            && letter(left, row) == letter(right, column - 1)
            && letter(left, row - 1) == letter(right, column);
    return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
  }

  private static char letter(String text, int position) {
    return Character.toLowerCase(text.charAt(position - 1));
  }
}
