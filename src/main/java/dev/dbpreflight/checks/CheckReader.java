package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads named checks. */
final class CheckReader {
  static final List<String> KEYS =
      List.of(
          "tables", "columns", "indexes", "constraints", "sql", "rows", "http", "severity", "when");

  static final Known<Severity> SEVERITIES =
      new Known<>("severity", List.of(Severity.values()), Severity::token);
  private static final Known<String> PROFILES = Known.words("profile", CheckFiles.SHIPPED);

  private final Mistakes mistakes;
  private final SchemaExpectations schema;
  private final AnswerExpectations answers;
  private final Set<String> rules = new HashSet<>();

  CheckReader(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.schema = new SchemaExpectations(mistakes);
    this.answers = new AnswerExpectations(mistakes);
    BuiltinRules.ALL.forEach(rule -> rules.add(rule.info().id()));
  }

  Optional<NamedCheck> read(Entry entry) {
    if (entry.key().isBlank() || rules.contains(entry.key())) {
      mistakes.add(
          entry.line(),
          entry.key().isBlank()
              ? "a check has no name"
              : "a rule has the name of the check " + Scalar.shown(entry.key()),
          "give the check a name of its own");
    }
    int before = mistakes.count();
    return new Typed(mistakes)
        .mapping(entry.value(), entry.key())
        .flatMap(mapping -> read(entry, new Section(mapping, KEYS, mistakes), before));
  }

  private Optional<NamedCheck> read(Entry entry, Section section, int before) {
    List<Expectation> expectations = new ArrayList<>();
    expectations.addAll(schema.tables(section));
    expectations.addAll(schema.columns(section));
    expectations.addAll(schema.indexes(section));
    expectations.addAll(schema.constraints(section));
    expectations.addAll(answers.rows(section));
    expectations.addAll(answers.sql(section));
    expectations.addAll(answers.http(section));
    if (expectations.isEmpty() && mistakes.count() == before) {
      // A check that expects nothing would pass.
      mistakes.add(
          entry.line(),
          "the check " + Scalar.shown(entry.key()) + " expects nothing",
          "write at least one of " + String.join(", ", KEYS.subList(0, KEYS.size() - 2)));
    }
    Optional<Severity> severity =
        section.scalar("severity").flatMap(word -> SEVERITIES.find(word, mistakes));
    Set<String> profiles = new HashSet<>();
    section.list("when").forEach(name -> PROFILES.find(name, mistakes).ifPresent(profiles::add));
    return Optional.of(
        new NamedCheck(
            entry.key(),
            severity.orElse(Severity.ERROR),
            profiles,
            expectations,
            mistakes.at(entry.line())));
  }
}
