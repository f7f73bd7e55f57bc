package dev.dbpreflight.cli;

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
import java.util.List;
import java.util.function.Function;

/** Understands the words that options take; an unknown one is answered with the nearest known ones. */
final class Words {
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

  static Aspect aspect(String option, String name) {
    return find(option, "aspect", name, List.of(Aspect.values()), Aspect::token);
  }

  static String rule(String option, String id) {
    return builtin(option, id).info().id();
  }

  static Rule builtin(String option, String id) {
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
    List<String> names = known.stream().map(token).toList();
    List<String> nearest = Nearest.to(name, names);
    throw new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "no " + noun + " is called \"" + name + "\"",
            option.startsWith("-") ? "option " + option : option,
            "nothing was checked",
            nearest.isEmpty()
                ? "use one of " + String.join(", ", names)
                : "did you mean " + String.join(", ", nearest) + "?"));
  }
}
