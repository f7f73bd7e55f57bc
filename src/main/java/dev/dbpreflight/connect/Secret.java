package dev.dbpreflight.connect;

import java.util.Objects;

/** A password or key phrase. Printing it, by whatever way, shows stars. */
public final class Secret {
  /** No secret is known; not the same as an empty password. */
  public static final Secret NONE = new Secret(null);

  static final String MASK = "****";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** A secret of this text; {@link #NONE} for null. */
  public static Secret of(String value) {
    return value == null ? NONE : new Secret(value);
  }

  public boolean known() {
    return value != null;
  }

  /** The text itself; empty when none is known. Only for handing it to a driver. */
  String reveal() {
    return value == null ? "" : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && Objects.equals(value, secret.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return value == null ? "" : MASK;
  }
}
