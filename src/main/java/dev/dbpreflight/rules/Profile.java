package dev.dbpreflight.rules;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which rules run, how severe each is, which are required, and what is compared.
 *
 * @param accept states of the database that are fine; empty when the user said nothing
 * @param required ids of rules that must be checked for a pass
 * @param off ids of rules that do not run
 * @param severities by rule id, or by rule id, dot, kind: "object-differs.index"
 * @param failOn findings from here up make the verdict fail
 */
public record Profile(
    String name,
    Phase phase,
    Set<DatabaseState> accept,
    Set<String> required,
    Set<String> off,
    Map<String, Severity> severities,
    Set<Aspect> compare,
    Severity failOn,
    boolean preview) {

  /** The default: is it safe to deploy a release onto this database? */
  public static final Profile BEFORE_DEPLOY =
      new Profile(
          "before-deploy",
          Phase.BEFORE_DEPLOY,
          Set.of(),
          Set.of("database-state-not-accepted", "history-without-objects"),
          Set.of(),
          Map.of("unexpected-object.index", Severity.WARNING),
          Set.of(),
          Severity.ERROR,
          false);

  /** Is the live schema the expected one? */
  public static final Profile DRIFT =
      new Profile(
          "drift",
          Phase.AT_REST,
          Set.of(),
          Set.of("expected-object-missing", "object-differs", "unexpected-object"),
          Set.of("created-object-exists-already"),
          Map.of(),
          Set.of(),
          Severity.ERROR,
          false);

  /** The profiles that ship. */
  public static final List<Profile> SHIPPED = List.of(BEFORE_DEPLOY, DRIFT);

  public Profile {
    accept = Set.copyOf(accept);
    required = Set.copyOf(required);
    off = Set.copyOf(off);
    severities = Map.copyOf(severities);
    compare = compare.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(compare));
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

  public boolean runs(RuleInfo rule) {
    return !off.contains(rule.id()) && (preview || !rule.preview());
  }

  /** Rules that the user switched off: those that the shipped profile leaves out are not for it. */
  public SortedSet<String> switchedOff() {
    SortedSet<String> ids = new TreeSet<>(off);
    SHIPPED.stream()
        .filter(shipped -> shipped.name().equals(name))
        .forEach(shipped -> ids.removeAll(shipped.off()));
    return ids;
  }

  public Profile withAccept(Set<DatabaseState> states) {
    return new Profile(name, phase, states, required, off, severities, compare, failOn, preview);
  }

  public Profile withCompare(Set<Aspect> aspects) {
    return new Profile(name, phase, accept, required, off, severities, aspects, failOn, preview);
  }

  public Profile withFailOn(Severity severity) {
    return new Profile(name, phase, accept, required, off, severities, compare, severity, preview);
  }

  public Profile withPreview(boolean on) {
    return new Profile(name, phase, accept, required, off, severities, compare, failOn, on);
  }

  /**
   * These severities on top of the profile's own. One for a whole rule also replaces what the
   * profile says about single kinds of object.
   */
  public Profile withSeverities(Map<String, Severity> more) {
    Map<String, Severity> merged = new HashMap<>(severities);
    merged.keySet().removeIf(key -> more.containsKey(key.replaceFirst("\\..*", "")));
    merged.putAll(more);
    return new Profile(name, phase, accept, required, off, merged, compare, failOn, preview);
  }

  public Profile withOff(Set<String> ids) {
    return new Profile(name, phase, accept, required, ids, severities, compare, failOn, preview);
  }
}
