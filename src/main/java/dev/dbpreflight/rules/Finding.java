package dev.dbpreflight.rules;

import dev.dbpreflight.model.ObjectRef;
import java.util.Comparator;

/**
 * One thing that is wrong.
 *
 * @param rule id of the rule or check
 * @param detail tells several findings of a rule on one object apart: the property; empty otherwise
 * @param what lower case, no final full stop
 * @param why the consequence
 * @param next one action
 */
public record Finding(
    String rule, ObjectRef object, String detail, String what, String why, String next)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::object)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::detail)
          .thenComparing(Finding::what);

  public Finding withDetail(String newDetail) {
    return new Finding(rule, object, newDetail, what, why, next);
  }

  /** The same finding with an action of its own, made of the reader's names. */
  public Finding withNext(String newNext) {
    return new Finding(rule, object, detail, what, why, newNext);
  }

  /** The same in every run as long as the same thing is wrong with the same object. */
  public String key() {
    String onObject = rule + ":" + object.kind().token() + ":" + object.path();
    return detail.isEmpty() ? onObject : onObject + ":" + detail;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
