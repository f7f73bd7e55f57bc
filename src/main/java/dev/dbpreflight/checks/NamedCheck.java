package dev.dbpreflight.checks;

import dev.dbpreflight.rules.Severity;
import java.util.List;
import java.util.Set;

/**
 * A check that a user wrote: a name and what is expected.
 *
 * @param severity of its findings; {@code error} when the file says nothing
 * @param profiles names of the shipped profiles in which it runs; empty for every one in which the
 *     release is there already, that is all but {@code before-deploy}
 * @param expectations in the file's order, at least one
 * @param source file and line
 */
public record NamedCheck(
    String name,
    Severity severity,
    Set<String> profiles,
    List<Expectation> expectations,
    String source) {

  public NamedCheck {
    profiles = Set.copyOf(profiles);
    expectations = List.copyOf(expectations);
  }

  /** Whether it is one of a profile's checks. */
  public boolean runsIn(String profile) {
    return profiles.isEmpty() ? !profile.equals("before-deploy") : profiles.contains(profile);
  }
}
