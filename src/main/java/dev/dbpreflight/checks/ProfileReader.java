package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Severity;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what a file changes in the profile that it extends. */
final class ProfileReader {
  static final List<String> KEYS =
      List.of("phase", "accept", "fail-on", "preview", "required", "off", "rules", "compare");

  static final Known<Phase> PHASES =
      new Known<>(
          "phase",
          List.of(Phase.values()),
          phase -> phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  static final Known<DatabaseState> STATES =
      new Known<>("state", List.of(DatabaseState.values()), DatabaseState::token);
  static final Known<Aspect> ASPECTS =
      new Known<>("aspect", List.of(Aspect.values()), Aspect::token);
  private static final String ALL = "all";

  private final Mistakes mistakes;
  private final Typed typed;

  ProfileReader(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
  }

  Profile read(Section section, Profile base) {
    Optional<Phase> phase = section.scalar("phase").flatMap(word -> PHASES.find(word, mistakes));
    Optional<Severity> failOn =
        section.scalar("fail-on").flatMap(word -> CheckReader.SEVERITIES.find(word, mistakes));
    Profile profile =
        base.withPhase(phase.orElse(base.phase()))
            .withFailOn(failOn.orElse(base.failOn()))
            .withPreview(section.flag("preview").orElse(base.preview()))
            .withAccept(section.has("accept") ? states(section) : base.accept())
            .withCompare(
                section
                    .node("compare")
                    .map(node -> aspects(node, base.compare()))
                    .orElse(base.compare()))
            .withRequired(and(base.required(), section.list("required")))
            .withOff(and(base.off(), section.list("off")));
    return section
        .mapping("rules")
        .map(rules -> new RuleSettings(mistakes, profile).read(rules))
        .orElse(profile);
  }

  private Set<DatabaseState> states(Section section) {
    Set<DatabaseState> states = EnumSet.noneOf(DatabaseState.class);
    section.list("accept").forEach(word -> STATES.find(word, mistakes).ifPresent(states::add));
    return states;
  }

  private Set<String> and(Set<String> base, List<Scalar> more) {
    if (more.isEmpty()) {
      return base;
    }
    Set<String> ids = new HashSet<>(base);
    more.forEach(id -> Words.RULES.find(id, mistakes).ifPresent(rule -> ids.add(rule.info().id())));
    return ids;
  }

  /** A list is all that is compared; keys and values change what the extended file says. */
  private Set<Aspect> aspects(YamlNode node, Set<Aspect> base) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    switch (node) {
      case Mapping mapping -> {
        aspects.addAll(base);
        mapping.entries().stream()
            .sorted((one, other) -> Boolean.compare(isAll(other), isAll(one)))
            .forEach(entry -> turn(entry, aspects));
      }
      case Items list -> typed.list(list, "compare").forEach(word -> aspects.addAll(aspects(word)));
      case Scalar single ->
          typed.text(single, "compare").ifPresent(word -> aspects.addAll(aspects(word)));
    }
    return aspects;
  }

  private static boolean isAll(Entry entry) {
    return entry.key().equals(ALL);
  }

  private void turn(Entry entry, Set<Aspect> aspects) {
    Scalar name = new Scalar(entry.key(), entry.key(), true, entry.line());
    Set<Aspect> meant = aspects(name);
    typed
        .flag(entry.value(), entry.key())
        .ifPresent(on -> meant.forEach(aspect -> turn(aspects, aspect, on)));
  }

  private static void turn(Set<Aspect> aspects, Aspect aspect, boolean on) {
    if (on) {
      aspects.add(aspect);
    } else {
      aspects.remove(aspect);
    }
  }

  private Set<Aspect> aspects(Scalar name) {
    return name.value().equals(ALL)
        ? EnumSet.allOf(Aspect.class)
        : ASPECTS.find(name, mistakes).map(Set::of).orElse(Set.of());
  }
}
