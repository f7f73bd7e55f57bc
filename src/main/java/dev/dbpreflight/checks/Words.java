package dev.dbpreflight.checks;

import static java.util.Comparator.comparingInt;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Nearest;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Understands the words that options take; an unknown one is answered with the nearest known ones.
 */
public final class Words {
  private Words() {}

  static Profile profile(String name) {
    return find("--profile", "profile", name, Profile.SHIPPED, Profile::name);
  }

  static Severity severity(String option, String name) {
    return find(option, "severity", name, List.of(Severity.values()), Severity::token);
  }

  static DatabaseState state(String option, String name) {
    return find(option, "state", name, List.of(DatabaseState.values()), DatabaseState::token);
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
        aspects.add(find(option, "aspect", name, List.of(Aspect.values()), Aspect::token));
      }
    }
    return aspects;
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
    return find(option, "rule", id, BuiltinRules.ALL, rule -> rule.info().id());
  }

  /** "object-differs" or "object-differs.index". */
  static String ruleOrKind(String option, String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return rule(option, text);
    }
    String kind = text.substring(dot + 1);
    List<ObjectKind> kinds = List.of(ObjectKind.values());
    return rule(option, text.substring(0, dot))
        + "."
        + find(option, "kind of object", kind, kinds, ObjectKind::token).token();
  }

  private static <T> T find(
      String option, String noun, String name, List<T> known, Function<T, String> token) {
    for (T candidate : known) {
      if (token.apply(candidate).equals(name)) {
        return candidate;
      }
    }
    List<String> nearest =
        known.stream()
            .map(token)
            .sorted(comparingInt(candidate -> Nearest.distance(name, candidate)))
            .limit(3)
            .toList();
    throw new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "no " + noun + " is called \"" + name + "\"",
            option.startsWith("-") ? "option " + option : option,
            "nothing was checked",
            "did you mean " + String.join(", ", nearest) + "?"));
  }
}
