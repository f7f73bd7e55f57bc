package dev.dbpreflight.rules;

import dev.dbpreflight.rules.Rule.Unseen;
import java.util.List;

/**
 * How one rule, or one check that a user wrote, ended.
 *
 * @param severity the highest of its findings; the configured one when there are none
 * @param unseen what the rule did not get to see; with {@code NOT_CHECKED} never empty
 * @param findings those that count, sorted
 * @param waived those that do not, sorted; a rule with no others passes
 */
public record RuleResult(
    Subject subject,
    Status status,
    Severity severity,
    boolean required,
    List<Unseen> unseen,
    List<Judged> findings,
    List<Waived> waived) {

  /** Nothing is waived. */
  public RuleResult(
      Subject subject,
      Status status,
      Severity severity,
      boolean required,
      List<Unseen> unseen,
      List<Judged> findings) {
    this(subject, status, severity, required, unseen, findings, List.of());
  }

  /**
   * What was asked.
   *
   * @param critical a finding means that the deployment would die or skip work
   * @param named a user wrote it in a check file; else it is a built-in rule
   */
  public record Subject(String id, boolean critical, boolean named) {

    public static Subject of(RuleInfo rule) {
      return new Subject(rule.id(), rule.critical(), false);
    }
  }

  /** A rule ends in one of three ways; silence is none of them. */
  public enum Status {
    PASS("pass"),
    FAIL("fail"),
    NOT_CHECKED("not-checked");

    private final String token;

    Status(String token) {
      this.token = token;
    }

    /** As reports spell it. */
    public String token() {
      return token;
    }
  }

  /** A finding and how much it matters under the profile in force. */
  public record Judged(Finding finding, Severity severity) {}

  /** A finding that somebody accepts for a while: it is reported and does not fail. */
  public record Waived(Judged judged, Waiver waiver) {}

  public RuleResult {
    unseen = List.copyOf(unseen);
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
  }

  public String id() {
    return subject.id();
  }
}
