package dev.dbpreflight.checks;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line changes in a profile, as it was written. An empty component changes
 * nothing.
 *
 * @param name of the shipped profile
 * @param accept states that are fine
 * @param severities by rule, or by rule, dot, kind of object
 * @param off rules that do not run, beside those of the profile
 */
public record ProfileWords(
    Optional<String> name,
    List<String> accept,
    Optional<String> failOn,
    List<String> compare,
    Map<String, String> severities,
    List<String> off,
    boolean preview) {

  /**
   * The words on top of a profile.
   *
   * @throws dev.dbpreflight.problem.ProblemException when one is unknown
   */
  public Profile on(Profile base) {
    Set<String> silent = new HashSet<>(base.off());
    off.forEach(rule -> silent.add(Words.rule("--off", rule)));
    Map<String, Severity> levels = new HashMap<>();
    severities.forEach(
        (rule, level) ->
            levels.put(Words.ruleOrKind("--severity", rule), Words.severity("--severity", level)));
    Set<DatabaseState> states = new HashSet<>();
    accept.forEach(state -> states.add(Words.state("--accept", state)));
    Set<Aspect> aspects = Words.aspects("--compare", compare);
    return base.withAccept(states.isEmpty() ? base.accept() : states)
        .withCompare(aspects.isEmpty() ? base.compare() : aspects)
        .withFailOn(failOn.map(level -> Words.severity("--fail-on", level)).orElse(base.failOn()))
        .withSeverities(levels)
        .withOff(silent)
        .withPreview(preview || base.preview());
  }

  /** The words on top of the shipped profile that they name, or of the default. */
  public Profile profile() {
    return on(CheckFiles.shipped(name.orElse(CheckFiles.SHIPPED.getFirst())).profile());
  }
}
