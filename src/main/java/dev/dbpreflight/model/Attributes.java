package dev.dbpreflight.model;

import java.util.List;

/**
 * What an object carries beside its definition; environments differ in it for good reasons.
 *
 * @param owner empty where the engine has no owners
 * @param grants sorted; the privileges in force, built-in defaults included, so that "never
 *     granted" and "granted what it has anyway" are the same
 * @param comment empty where there is none
 */
public record Attributes(String owner, List<Grant> grants, String comment) {
  public static final Attributes NONE = new Attributes("", List.of(), "");

  public Attributes {
    grants = Sorted.copyOf(grants);
  }
}
