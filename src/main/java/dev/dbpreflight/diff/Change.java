package dev.dbpreflight.diff;

import dev.dbpreflight.model.ObjectRef;
import java.util.Comparator;

/**
 * One difference between what is expected (or was before) and what is there (or is after). When a
 * table is missing or unexpected, its parts are not told again.
 */
public sealed interface Change {

  /** By object, then by property, so that two runs list the same changes in the same order. */
  Comparator<Change> ORDER = Comparator.comparing(Change::object).thenComparing(Change::property);

  ObjectRef object();

  /**
   * The component of the model's record, in words: "not null"; empty when it is about the object.
   */
  default String property() {
    return "";
  }

  /** Expected and not there. */
  record ObjectMissing(ObjectRef object) implements Change {}

  /** There and not expected. */
  record ObjectUnexpected(ObjectRef object) implements Change {}

  /**
   * There, but different.
   *
   * @param expected for people; empty where there is nothing
   * @param actual for people; empty where there is nothing
   */
  record PropertyDiffers(ObjectRef object, String property, String expected, String actual)
      implements Change {}

  /**
   * The texts differ, but the versions of the two servers can be the reason, so nobody can say
   * whether the meaning differs.
   *
   * @param reason what would explain it: "PostgreSQL 14 and 18 may print the same SQL differently"
   */
  record PropertyUnclear(
      ObjectRef object, String property, String expected, String actual, String reason)
      implements Change {}
}
