package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.RuleInfo.Parameter;
import dev.dbpreflight.rules.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a file says about single rules: a severity, or "off", or keys and values. A rule of a
 * kind of object, "object-differs.index", has a severity only.
 */
final class RuleSettings {
  static final List<String> KEYS = List.of("severity", "required", "off");
  private static final String OFF = "off";

  private final Mistakes mistakes;
  private final Typed typed;
  private final Profile base;
  private final Map<String, Severity> severities = new HashMap<>();
  private final Map<String, Double> parameters = new HashMap<>();
  private final Set<String> off;
  private final Set<String> leftOut;
  private final Set<String> required;

  RuleSettings(Mistakes mistakes, Profile base) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
    this.base = base;
    this.off = new HashSet<>(base.off());
    this.leftOut = new HashSet<>(base.leftOut());
    this.required = new HashSet<>(base.required());
  }

  Profile read(Mapping rules) {
    for (Entry entry : rules.entries()) {
      Scalar name = new Scalar(entry.key(), entry.key(), true, entry.line());
      int dot = entry.key().indexOf('.');
      if (dot < 0) {
        Words.RULES.find(name, mistakes).ifPresent(rule -> rule(rule.info(), entry));
      } else {
        ofKind(name.value().substring(0, dot), name.value().substring(dot + 1), entry);
      }
    }
    return base.withSeverities(severities)
        .withParameters(parameters)
        .withOff(off)
        .withLeftOut(leftOut)
        .withRequired(required);
  }

  private void ofKind(String id, String kind, Entry entry) {
    Optional<Rule> rule = Words.RULES.find(new Scalar(id, id, true, entry.line()), mistakes);
    Optional<ObjectKind> known =
        Words.KINDS.find(new Scalar(kind, kind, true, entry.line()), mistakes);
    Optional<Scalar> level =
        entry.value() instanceof Mapping mapping
            ? new Section(mapping, KEYS.subList(0, 1), mistakes).scalar("severity")
            : typed.text(entry.value(), entry.key());
    level
        .flatMap(word -> CheckReader.SEVERITIES.find(word, mistakes))
        .filter(severity -> rule.isPresent() && known.isPresent())
        .ifPresent(severity -> severities.put(entry.key(), severity));
  }

  private void rule(RuleInfo rule, Entry entry) {
    if (!(entry.value() instanceof Scalar word)) {
      typed.mapping(entry.value(), entry.key()).ifPresent(mapping -> rule(rule, mapping));
    } else if (word.value().equals(OFF)) {
      off.add(rule.id());
    } else {
      severity(rule, word);
    }
  }

  private void severity(RuleInfo rule, Scalar word) {
    CheckReader.SEVERITIES
        .find(word, mistakes)
        .ifPresent(severity -> severities.put(rule.id(), severity));
  }

  private void rule(RuleInfo rule, Mapping mapping) {
    List<String> keys = new ArrayList<>(KEYS);
    for (Parameter parameter : rule.parameters()) {
      keys.add(parameter.name());
    }
    Section section = new Section(mapping, keys, mistakes);
    section.scalar("severity").ifPresent(word -> severity(rule, word));
    section.flag("required").ifPresent(is -> turn(required, rule, is));
    section.flag(OFF).ifPresent(is -> turn(off, rule, is));
    // Whoever says that a rule is not off wants it, also where the profile leaves it out.
    section.flag(OFF).filter(is -> !is).ifPresent(wanted -> leftOut.remove(rule.id()));
    for (Parameter parameter : rule.parameters()) {
      section.node(parameter.name()).ifPresent(node -> parameter(rule, parameter, node));
    }
  }

  private static void turn(Set<String> ids, RuleInfo rule, boolean is) {
    if (is) {
      ids.add(rule.id());
    } else {
      ids.remove(rule.id());
    }
  }

  private void parameter(RuleInfo rule, Parameter parameter, YamlNode node) {
    Optional<Double> number = typed.number(node, parameter.name()).map(Number::doubleValue);
    if (number.isEmpty()) {
      return;
    }
    double value = number.get();
    boolean fits =
        value >= parameter.min()
            && value <= parameter.max()
            && (!parameter.whole() || value == Math.rint(value));
    if (fits) {
      parameters.put(rule.id() + "." + parameter.name(), value);
    } else {
      String kind = parameter.whole() ? "a whole number" : "a number";
      String bounds = " from " + plain(parameter.min()) + " to " + plain(parameter.max());
      typed.wrong(node, parameter.name(), kind + bounds);
    }
  }

  private static String plain(double number) {
    return Value.of(BigDecimal.valueOf(number)).toString();
  }
}
