package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.rules.Waiver;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads waivers. All four parts are needed: a waiver without an end would be for ever. */
final class WaiverReader {
  static final List<String> KEYS = List.of("rule", "object", "reason", "until");

  private final Mistakes mistakes;
  private final Typed typed;
  private final Known<String> ids;

  /**
   * @param checks names of the checks that the file has
   */
  WaiverReader(Mistakes mistakes, Collection<String> checks) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
    List<String> all = new ArrayList<>(checks);
    BuiltinRules.ALL.forEach(rule -> all.add(rule.info().id()));
    this.ids = Known.words("rule or check", all);
  }

  List<Waiver> read(YamlNode node) {
    List<Waiver> waivers = new ArrayList<>();
    if (!(node instanceof YamlNode.Items list)) {
      typed.wrong(node, "waivers", "a list");
      return waivers;
    }
    for (YamlNode item : list.items()) {
      typed.mapping(item, "waivers").flatMap(this::waiver).ifPresent(waivers::add);
    }
    return waivers;
  }

  private Optional<Waiver> waiver(Mapping mapping) {
    Section section = new Section(mapping, KEYS, mistakes);
    for (String key : KEYS) {
      if (!section.has(key)) {
        mistakes.add(
            section.line(),
            "a waiver has no \"" + key + "\"",
            "write {rule: …, object: …, reason: …, until: 2027-06-30}");
      }
    }
    Optional<String> rule = section.scalar("rule").flatMap(id -> ids.find(id, mistakes));
    Optional<String> object = section.text("object");
    Optional<Scalar> reason = section.scalar("reason");
    Optional<LocalDate> until = section.node("until").flatMap(day -> typed.date(day, "until"));
    if (rule.isEmpty() || object.isEmpty() || reason.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (reason.get().value().isBlank()) {
      return typed.wrong(reason.get(), "reason", "a reason");
    }
    return Optional.of(
        new Waiver(
            rule.get(),
            object.get(),
            reason.get().written(),
            until.get(),
            mistakes.at(section.line())));
  }
}
