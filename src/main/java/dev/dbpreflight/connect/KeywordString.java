package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Nearest;
import java.util.List;

/** Reads libpq's keyword form: {@code host=db.internal dbname='my shop' password=it\'s}. */
final class KeywordString {
  private final String text;
  private final Refusal refusal;
  private int at;

  private KeywordString(String text, Refusal refusal) {
    this.text = text;
    this.refusal = refusal;
  }

  static PostgresKeywords read(String text, Refusal refusal) {
    return new KeywordString(text, refusal).read();
  }

  private PostgresKeywords read() {
    PostgresKeywords keywords = new PostgresKeywords(refusal);
    skipSpaces();
    while (at < text.length()) {
      String name = name();
      String value = value();
      if (!PostgresParameters.NAMES.contains(name)) {
        throw unknown(name);
      }
      keywords.put(name, value);
      skipSpaces();
    }
    return expandDatabase(keywords);
  }

  /** The names are the user's, but with a quote forgotten they may be the end of a password. */
  private RuntimeException unknown(String name) {
    List<String> nearest = Nearest.to(name, PostgresParameters.NAMES);
    if (nearest.isEmpty()) {
      return refusal.because(
          "it has a parameter that PostgreSQL does not know",
          "put values that hold spaces in single quotes");
    }
    return refusal.because(
        "unknown parameter \"" + name + "\"",
        "did you mean \"" + String.join("\", \"", nearest) + "\"?");
  }

  private String name() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isSpace()) {
      at++;
    }
    String name = text.substring(start, at);
    skipSpaces();
    if (at >= text.length() || text.charAt(at) != '=') {
      throw refusal.because(
          "a parameter lacks its \"=\"",
          "write every parameter as name=value, and values that hold spaces in single quotes");
    }
    at++;
    skipSpaces();
    return name;
  }

  private String value() {
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    if (quoted) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    while (at < text.length() && (quoted ? text.charAt(at) != '\'' : !isSpace())) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (quoted && at++ >= text.length()) {
      throw refusal.because("a quoted value has no closing quote", "close the quote");
    }
    return value.toString();
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace()) {
      at++;
    }
  }

  private boolean isSpace() {
    return Character.isWhitespace(text.charAt(at));
  }

  /**
   * As in libpq, the database may itself be a URL; its parts count less than what stands beside.
   */
  private PostgresKeywords expandDatabase(PostgresKeywords keywords) {
    String database = keywords.get("dbname");
    if (!database.matches("(?s)postgres(ql)?://.*")) {
      return keywords;
    }
    String rest = database.substring(database.indexOf("//") + 2);
    PostgresKeywords inner = new PostgresUrlReader(refusal, false).read(rest);
    keywords.put("dbname", inner.get("dbname"));
    PostgresParameters.NAMES.forEach(name -> keywords.putIfAbsent(name, inner.get(name)));
    return keywords;
  }
}
