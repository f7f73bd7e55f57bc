package dev.dbpreflight.checks;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shipped profile and what the command line changes in it, as it was written.
 *
 * @param name of the shipped profile
 * @param accept states that are fine; empty when nothing was said
 * @param severities by rule, or by rule, dot, kind of object
 * @param off rules that do not run, beside those of the profile
 */
public record ProfileWords(
    String name,
    List<String> accept,
    String failOn,
    List<String> compare,
    Map<String, String> severities,
    List<String> off,
    boolean preview) {

  /**
   * Understands the words.
   *
   * @throws dev.dbpreflight.problem.ProblemException when one is unknown
   */
  public Profile profile() {
    Profile base = CheckFiles.shipped(name).profile();
    Set<String> silent = new HashSet<>(base.off());
    off.forEach(rule -> silent.add(Words.rule("--off", rule)));
    Map<String, Severity> levels = new HashMap<>();
    severities.forEach(
        (rule, level) ->
            levels.put(Words.ruleOrKind("--severity", rule), Words.severity("--severity", level)));
    Set<DatabaseState> states = new HashSet<>();
    accept.forEach(state -> states.add(Words.state("--accept", state)));
    return base.withAccept(states)
        .withCompare(Words.aspects("--compare", compare))
        .withFailOn(Words.severity("--fail-on", failOn))
        .withSeverities(levels)
        .withOff(silent)
        .withPreview(preview);
  }
}
