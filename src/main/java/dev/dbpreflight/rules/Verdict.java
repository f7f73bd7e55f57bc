package dev.dbpreflight.rules;

import java.util.Locale;

/** The answer to the one question. */
public enum Verdict {
  PASS,
  FAIL,
  /** Nothing was found, but something that must be looked at was not. */
  INCONCLUSIVE;

  private final String token = name().toLowerCase(Locale.ROOT);

  /** As reports spell it. */
  public String token() {
    return token;
  }
}
