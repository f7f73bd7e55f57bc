package dev.dbpreflight.checks;

import dev.dbpreflight.model.ObjectRef;

/** What is to be said of one expectation; nothing when it holds. */
sealed interface Note {

  /**
   * It does not hold.
   *
   * @param detail tells several notes on one object apart
   */
  record Wrong(ObjectRef object, String detail, String what, String next) implements Note {}

  /** It is not known whether it holds. */
  record Unknown(String reason, String remedy) implements Note {}
}
