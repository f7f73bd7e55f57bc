package dev.dbpreflight.rules;

import dev.dbpreflight.model.ObjectRef;
import java.util.stream.Stream;

/** A built-in judgement: looks at the evidence and says what is wrong, nothing else. */
public interface Rule {

  /** One finding per thing that is wrong, in any order. */
  Stream<Finding> check(Evidence evidence);

  /**
   * What this rule would have had to see and did not; with no findings, the rule is then not
   * checked instead of passed.
   */
  default Stream<Unseen> unseen(Evidence evidence) {
    return Stream.empty();
  }

  default RuleInfo info() {
    return getClass().getAnnotation(RuleInfo.class);
  }

  /**
   * A finding of this rule with the rule's own why and fix.
   *
   * @param what a format, see {@link String#format}
   */
  default Finding finding(ObjectRef object, String what, Object... values) {
    return new Finding(
        info().id(), object, "", what.formatted(values), text(info().why()), text(info().fix()));
  }

  /** Joins the lines of a text block that was broken only for the width of the source. */
  private static String text(String block) {
    return block.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /**
   * @param reason why it was not seen
   * @param remedy the grant or option that would enable it
   */
  record Unseen(String reason, String remedy) {}
}
