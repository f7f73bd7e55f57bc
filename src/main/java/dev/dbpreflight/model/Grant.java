package dev.dbpreflight.model;

import java.util.Comparator;

/**
 * One privilege of one role on one object.
 *
 * @param grantee "PUBLIC" for everybody
 * @param privilege as the manual spells it: "SELECT"
 * @param grantable with grant option
 */
public record Grant(String grantee, String privilege, boolean grantable)
    implements Comparable<Grant> {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee)
          .thenComparing(Grant::privilege)
          .thenComparing(Grant::grantable);

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return privilege + " to " + grantee + (grantable ? " with grant option" : "");
  }
}
