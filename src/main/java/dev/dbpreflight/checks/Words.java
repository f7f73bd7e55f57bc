package dev.dbpreflight.checks;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Understands the words that options take; an unknown one is answered with the nearest known ones.
 */
public final class Words {
  static final Known<Rule> RULES = new Known<>("rule", BuiltinRules.ALL, rule -> rule.info().id());
  static final Known<ObjectKind> KINDS =
      new Known<>("kind of object", List.of(ObjectKind.values()), ObjectKind::token);

  private Words() {}

  static Severity severity(String option, String name) {
    return find(option, CheckReader.SEVERITIES, name);
  }

  static DatabaseState state(String option, String name) {
    return find(option, ProfileReader.STATES, name);
  }

  /**
   * Aspects of schemas; "all" is every one.
   *
   * @throws ProblemException when one is unknown
   */
  public static Set<Aspect> aspects(String option, List<String> names) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    for (String name : names) {
      if (name.equals("all")) {
        aspects.addAll(EnumSet.allOf(Aspect.class));
      } else {
        aspects.add(find(option, ProfileReader.ASPECTS, name));
      }
    }
    return aspects;
  }

  /**
   * The check of that name.
   *
   * @param option where the name was written, for the message
   * @throws ProblemException when there is none
   */
  public static NamedCheck check(String option, String name, List<NamedCheck> known) {
    return find(option, new Known<>("check", known, NamedCheck::name), name);
  }

  static String rule(String option, String id) {
    return builtin(option, id).info().id();
  }

  /**
   * The rule of that id.
   *
   * @param option where the id was written, for the message
   * @throws ProblemException when there is none
   */
  public static Rule builtin(String option, String id) {
    return find(option, RULES, id);
  }

  /** "object-differs" or "object-differs.index". */
  static String ruleOrKind(String option, String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return rule(option, text);
    }
    String kind = text.substring(dot + 1);
    return rule(option, text.substring(0, dot)) + "." + find(option, KINDS, kind).token();
  }

  private static <T> T find(String option, Known<T> known, String name) {
    return known
        .find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    ExitCode.USAGE,
                    new Problem(
                        known.unknown(name),
                        option.startsWith("-") ? "option " + option : option,
                        "nothing was checked",
                        known.suggestion(name))));
  }
}
