package dev.dbpreflight.rules;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** Hygiene. */
  INFO,
  /** Blocks or breaks under load. */
  WARNING,
  /** Data loss, an outage, or a deployment that cannot work. */
  ERROR;

  private final String token = name().toLowerCase(Locale.ROOT);

  /** As options, files and reports spell it. */
  public String token() {
    return token;
  }
}
