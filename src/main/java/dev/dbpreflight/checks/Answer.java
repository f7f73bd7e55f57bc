package dev.dbpreflight.checks;

/** What was found out for an expectation that the schema alone does not settle. */
public sealed interface Answer {

  /** A query gave one value; no row at all is null. */
  record One(Value value) implements Answer {}

  /** A query gave more than one row. */
  record Several() implements Answer {}

  /**
   * An address answered.
   *
   * @param cut the body is only the beginning of what was sent
   */
  record Reply(int status, String body, boolean cut) implements Answer {}

  /**
   * An address did not answer, which is as wrong as a wrong answer.
   *
   * @param reason what it did instead: "does not answer within 5 s"
   */
  record Silence(String reason, String remedy) implements Answer {}

  /** Nobody could look. */
  record NotRun(String reason, String remedy) implements Answer {}
}
