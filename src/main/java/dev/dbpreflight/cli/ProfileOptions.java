package dev.dbpreflight.cli;

import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which rules run, how severe they are, and what is compared. */
final class ProfileOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "before-deploy",
      description = "before-deploy: a release comes next. drift: the schema should be exactly the"
          + " expected one. Default: ${DEFAULT-VALUE}.")
  private String profile;

  @Option(
      names = "--accept",
      split = ",",
      paramLabel = "STATE",
      description = "States that are fine: fresh, incomplete, populated.")
  private List<String> accept = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description = "Findings from here up fail: info, warning, error. Default: ${DEFAULT-VALUE}.")
  private String failOn;

  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "ASPECT",
      description = "Compare these too: owners, grants, comments, column-order, storage,"
          + " extension-versions, partitions, not-null-names, all.")
  private List<String> compare = new ArrayList<>();

  @Option(
      names = "--severity",
      paramLabel = "RULE=SEVERITY",
      description = "Severity of a rule, or of a rule for one kind of object:"
          + " object-differs.index=warning.")
  private Map<String, String> severities = new HashMap<>();

  @Option(
      names = "--off",
      split = ",",
      paramLabel = "RULE",
      description = "Rules that do not run.")
  private List<String> off = new ArrayList<>();

  @Option(names = "--preview", description = "Run the rules that are still tried out, too.")
  private boolean preview;

  Profile profile() {
    Profile base = Words.profile(profile);
    Set<String> silent = new HashSet<>(base.off());
    off.forEach(rule -> silent.add(Words.rule("--off", rule)));
    Map<String, Severity> levels = new HashMap<>();
    severities.forEach(
        (rule, level) ->
            levels.put(
                Words.ruleOrKind("--severity", rule), Words.severity("--severity", level)));
    Set<DatabaseState> states = new HashSet<>();
    accept.forEach(state -> states.add(Words.state("--accept", state)));
    return base.withAccept(states)
        .withCompare(aspects(compare))
        .withFailOn(Words.severity("--fail-on", failOn))
        .withSeverities(levels)
        .withOff(silent)
        .withPreview(preview);
  }

  static Set<Aspect> aspects(List<String> names) {
    Set<Aspect> aspects = new HashSet<>();
    for (String name : names) {
      if (name.equals("all")) {
        aspects.addAll(Set.of(Aspect.values()));
      } else {
        aspects.add(Words.aspect("--compare", name));
      }
    }
    return aspects;
  }
}
