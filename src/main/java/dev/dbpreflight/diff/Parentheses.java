package dev.dbpreflight.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Parentheses in a row of words: which belong together, and which of them change nothing. */
final class Parentheses {

  private Parentheses() {}

  /** The same words without the parentheses that enclose all of them. */
  static List<SqlToken> withoutOuter(List<SqlToken> tokens) {
    List<SqlToken> inner = tokens;
    while (inner.size() > 2 && partners(inner)[0] == inner.size() - 1 && mayGo(inner, 0)) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  /** The same words with one pair where two or more enclose the same. */
  static List<SqlToken> withoutDoubled(List<SqlToken> tokens) {
    int[] partner = partners(tokens);
    List<SqlToken> kept = new ArrayList<>(tokens.size());
    boolean[] gone = new boolean[tokens.size()];
    for (int at = 0; at + 1 < tokens.size(); at++) {
      boolean doubled =
          partner[at] > 0 && partner[at + 1] > 0 && partner[at] == partner[at + 1] + 1;
      if (doubled && mayGo(tokens, at + 1)) {
        gone[at + 1] = true;
        gone[partner[at + 1]] = true;
      }
    }
    for (int at = 0; at < tokens.size(); at++) {
      if (!gone[at]) {
        kept.add(tokens.get(at));
      }
    }
    return kept;
  }

  /** For each opening parenthesis where it closes; -1 for everything else. */
  static int[] partners(List<SqlToken> tokens) {
    int[] partner = new int[tokens.size()];
    Arrays.fill(partner, -1);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).is("(")) {
        open.push(at);
      } else if (tokens.get(at).is(")") && !open.isEmpty()) {
        partner[open.pop()] = at;
      }
    }
    return partner;
  }

  /**
   * Not around a row or a query: "f((a, b))" and "x IN ((SELECT …))" mean something else without.
   */
  private static boolean mayGo(List<SqlToken> tokens, int open) {
    int depth = 0;
    for (int at = open + 1; at < tokens.size() && depth >= 0; at++) {
      SqlToken token = tokens.get(at);
      if (token.is("SELECT") || token.is("VALUES") || token.is("WITH") || token.is("TABLE")) {
        return false;
      }
      if (depth == 0 && token.is(",")) {
        return false;
      }
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return true;
  }
}
