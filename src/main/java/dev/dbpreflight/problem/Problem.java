package dev.dbpreflight.problem;

import java.util.Objects;

/**
 * Something that stopped the tool from doing what was asked, told in four parts. A half message
 * cannot be written: the constructor refuses a blank part.
 *
 * @param what what happened, lower case, no final full stop: "cannot read the file \"x.json\""
 * @param where what the reader can edit or point at: file and line, option, masked URL
 * @param why the effect on this deployment or on what was checked
 * @param next one action, imperative
 * @param detail SQLSTATE, driver message, attempts: shown with {@code -v}; empty when there is none
 */
public record Problem(String what, String where, String why, String next, String detail) {

  public Problem {
    requireText(what, "what");
    requireText(where, "where");
    requireText(why, "why");
    requireText(next, "next");
    Objects.requireNonNull(detail, "detail");
  }

  public Problem(String what, String where, String why, String next) {
    this(what, where, why, next, "");
  }

  public Problem withDetail(String moreDetail) {
    return new Problem(what, where, why, next, moreDetail);
  }

  private static void requireText(String part, String name) {
    if (part.isBlank()) {
      throw new IllegalArgumentException("a problem needs its part \"" + name + "\"");
    }
  }
}
