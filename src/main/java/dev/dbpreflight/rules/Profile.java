package dev.dbpreflight.rules;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which rules run, how severe each is, which are required, and what is compared.
 *
 * @param accept states of the database that are fine; empty when the user said nothing
 * @param required ids of rules that must be checked for a pass; rules about migration files only
 *     where files were given
 * @param leftOut ids of rules that are not for this profile
 * @param off ids of rules that the user does not want
 * @param severities by rule id, or by rule id, dot, kind: "object-differs.index"
 * @param parameters by rule id, dot, name: "sequence-near-end.max-used"; others are as declared
 * @param failOn findings from here up make the verdict fail
 */
public record Profile(
    String name,
    Phase phase,
    Set<DatabaseState> accept,
    Set<String> required,
    Set<String> leftOut,
    Set<String> off,
    Map<String, Severity> severities,
    Map<String, Double> parameters,
    Set<Aspect> compare,
    Severity failOn,
    boolean preview) {

  public Profile {
    accept = Set.copyOf(accept);
    required = Set.copyOf(required);
    leftOut = Set.copyOf(leftOut);
    off = Set.copyOf(off);
    severities = Map.copyOf(severities);
    parameters = Map.copyOf(parameters);
    compare = compare.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(compare));
  }

  /**
   * Every rule runs as it declares, nothing is required, and only what always counts is compared.
   */
  public static Profile plain(String name, Phase phase) {
    return new Profile(
        name,
        phase,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Severity.ERROR,
        false);
  }

  /** The severity of a rule's finding on an object of a kind. */
  public Severity severity(RuleInfo rule, ObjectKind kind) {
    Severity ofKind = severities.get(rule.id() + "." + kind.token());
    return ofKind != null ? ofKind : severity(rule);
  }

  /** The severity of a rule's findings where its kind has none of its own. */
  public Severity severity(RuleInfo rule) {
    return severities.getOrDefault(rule.id(), rule.severity());
  }

  /**
   * A threshold of a rule.
   *
   * @throws IllegalArgumentException when the rule declares no parameter of that name
   */
  public double parameter(RuleInfo rule, String parameter) {
    Double set = parameters.get(rule.id() + "." + parameter);
    return set != null ? set : declared(rule, parameter).standard();
  }

  private static RuleInfo.Parameter declared(RuleInfo rule, String parameter) {
    return Arrays.stream(rule.parameters())
        .filter(candidate -> candidate.name().equals(parameter))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(rule.id() + " has no parameter " + parameter));
  }

  public boolean runs(RuleInfo rule) {
    return !leftOut.contains(rule.id()) && !off.contains(rule.id()) && (preview || !rule.preview());
  }

  /** Rules that the user switched off, sorted; those that are not for the profile are not in it. */
  public SortedSet<String> switchedOff() {
    SortedSet<String> ids = new TreeSet<>(off);
    ids.removeAll(leftOut);
    return ids;
  }

  public Profile withName(String newName) {
    return with(draft -> draft.name = newName);
  }

  public Profile withPhase(Phase newPhase) {
    return with(draft -> draft.phase = newPhase);
  }

  public Profile withAccept(Set<DatabaseState> states) {
    return with(draft -> draft.accept = states);
  }

  public Profile withRequired(Set<String> ids) {
    return with(draft -> draft.required = ids);
  }

  public Profile withLeftOut(Set<String> ids) {
    return with(draft -> draft.leftOut = ids);
  }

  public Profile withOff(Set<String> ids) {
    return with(draft -> draft.off = ids);
  }

  /**
   * These severities on top of the profile's own. One for a whole rule also replaces what the
   * profile says about single kinds of object.
   */
  public Profile withSeverities(Map<String, Severity> more) {
    Map<String, Severity> merged = new HashMap<>(severities);
    merged.keySet().removeIf(key -> more.containsKey(key.replaceFirst("\\..*", "")));
    merged.putAll(more);
    return with(draft -> draft.severities = merged);
  }

  /** These parameters on top of the profile's own. */
  public Profile withParameters(Map<String, Double> more) {
    Map<String, Double> merged = new HashMap<>(parameters);
    merged.putAll(more);
    return with(draft -> draft.parameters = merged);
  }

  public Profile withCompare(Set<Aspect> aspects) {
    return with(draft -> draft.compare = aspects);
  }

  public Profile withFailOn(Severity severity) {
    return with(draft -> draft.failOn = severity);
  }

  public Profile withPreview(boolean on) {
    return with(draft -> draft.preview = on);
  }

  private Profile with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new Profile(
        draft.name,
        draft.phase,
        draft.accept,
        draft.required,
        draft.leftOut,
        draft.off,
        draft.severities,
        draft.parameters,
        draft.compare,
        draft.failOn,
        draft.preview);
  }

  /** A profile of which one component is about to change. */
  private static final class Draft {
    private String name;
    private Phase phase;
    private Set<DatabaseState> accept;
    private Set<String> required;
    private Set<String> leftOut;
    private Set<String> off;
    private Map<String, Severity> severities;
    private Map<String, Double> parameters;
    private Set<Aspect> compare;
    private Severity failOn;
    private boolean preview;

    Draft(Profile profile) {
      name = profile.name;
      phase = profile.phase;
      accept = profile.accept;
      required = profile.required;
      leftOut = profile.leftOut;
      off = profile.off;
      severities = profile.severities;
      parameters = profile.parameters;
      compare = profile.compare;
      failOn = profile.failOn;
      preview = profile.preview;
    }
  }
}
