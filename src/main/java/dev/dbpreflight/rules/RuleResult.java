package dev.dbpreflight.rules;

import dev.dbpreflight.rules.Rule.Unseen;
import java.util.List;

/**
 * How one rule, or one check that a user wrote, ended.
 *
 * @param severity the highest of its findings; the configured one when there are none
 * @param unseen what the rule did not get to see; with {@code NOT_CHECKED} never empty
 * @param findings sorted
 */
public record RuleResult(
    Subject subject,
    Status status,
    Severity severity,
    boolean required,
    List<Unseen> unseen,
    List<Judged> findings) {

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

  public RuleResult {
    unseen = List.copyOf(unseen);
    findings = List.copyOf(findings);
  }

  public String id() {
    return subject.id();
  }
}
