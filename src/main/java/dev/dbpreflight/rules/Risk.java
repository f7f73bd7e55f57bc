package dev.dbpreflight.rules;

import java.util.Locale;

/** How bad it can get if the deployment starts now. */
public enum Risk {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private final String token = name().toLowerCase(Locale.ROOT);

  /** As reports spell it. */
  public String token() {
    return token;
  }
}
