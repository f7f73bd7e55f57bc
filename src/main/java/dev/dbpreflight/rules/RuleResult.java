package dev.dbpreflight.rules;

import dev.dbpreflight.rules.Rule.Unseen;
import java.util.List;

/**
 * How one rule ended.
 *
 * @param severity the highest of its findings; the configured one when there are none
 * @param unseen what the rule did not get to see; with {@code NOT_CHECKED} never empty
 * @param findings sorted
 */
public record RuleResult(
    RuleInfo rule,
    Status status,
    Severity severity,
    boolean required,
    List<Unseen> unseen,
    List<Judged> findings) {

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
}
