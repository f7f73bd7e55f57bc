package dev.dbpreflight.cli;

import dev.dbpreflight.checks.ProfileWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rules run, how severe they are, and what is compared. */
final class ProfileOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "before-deploy: a release comes next. after-deploy: it should be there as a whole. ci:"
              + " its files should be in order. drift: the schema should be exactly the expected"
              + " one. Default: what the check file extends, else before-deploy.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--accept",
      split = ",",
      paramLabel = "STATE",
      description = "States that are fine: fresh, incomplete, populated.")
  private List<String> accept = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Findings from here up fail: info, warning, error. Default: error.")
  private Optional<String> failOn = Optional.empty();

  @Mixin private CompareOptions compare;

  @Option(
      names = "--severity",
      paramLabel = "RULE=SEVERITY",
      description =
          "Severity of a rule, or of a rule for one kind of object:"
              + " object-differs.index=warning.")
  private Map<String, String> severities = new HashMap<>();

  @Option(names = "--off", split = ",", paramLabel = "RULE", description = "Rules that do not run.")
  private List<String> off = new ArrayList<>();

  @Option(names = "--preview", description = "Run the rules that are still tried out, too.")
  private boolean preview;

  ProfileWords words() {
    return new ProfileWords(profile, accept, failOn, compare.aspects(), severities, off, preview);
  }
}
