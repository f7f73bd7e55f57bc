package dev.dbpreflight.rules;

import dev.dbpreflight.conditions.Backup.Wish;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs rules over one evidence and adds up what they say. */
public final class RuleEngine {
  private final List<Rule> rules;
  private final Profile profile;
  private final Waivers waivers;

  /** Nothing is waived. */
  public RuleEngine(List<Rule> rules, Profile profile) {
    this(rules, profile, Waivers.NONE);
  }

  public RuleEngine(List<Rule> rules, Profile profile, Waivers waivers) {
    this.waivers = waivers;
    this.rules = rules.stream().sorted(Comparator.comparing(rule -> rule.info().id())).toList();
    this.profile = profile;
  }

  /** Judges by the rules alone. */
  public Judgement judge(Evidence evidence) {
    return judge(evidence, List.of());
  }

  /**
   * Never throws because of a rule: a rule that breaks is a defect, and the others still run.
   *
   * @param named how the checks that a user wrote ended; they weigh as much as rules do
   */
  public Judgement judge(Evidence evidence, List<RuleResult> named) {
    List<String> defects = new ArrayList<>();
    List<RuleResult> judged = new ArrayList<>();
    for (Rule rule : running(evidence, false)) {
      judged.add(waivers.applyTo(run(rule, evidence, defects), profile.severity(rule.info())));
    }
    List<RuleResult> results = new ArrayList<>();
    named.forEach(result -> results.add(waivers.applyTo(result, result.severity())));
    Evidence waived =
        evidence.with(waivers.outcomes(Stream.concat(results.stream(), judged.stream()).toList()));
    for (Rule rule : waivers.all().isEmpty() ? List.<Rule>of() : running(evidence, true)) {
      judged.add(run(rule, waived, defects));
    }
    judged.sort(Comparator.comparing(RuleResult::id));
    results.addAll(judged);
    return new Judgement(
        verdict(results, !defects.isEmpty()), risk(evidence, results), results, defects);
  }

  private List<Rule> running(Evidence evidence, boolean afterTheOthers) {
    return rules.stream()
        .filter(rule -> profile.runs(rule.info()) && isFor(rule, evidence.live().engine()))
        .filter(rule -> Arrays.stream(rule.info().needs()).allMatch(need -> asks(need, evidence)))
        .filter(rule -> Set.of(rule.info().needs()).contains(Need.WAIVERS) == afterTheOthers)
        .toList();
  }

  private RuleResult run(Rule rule, Evidence evidence, List<String> defects) {
    try {
      return run(rule, evidence);
    } catch (RuntimeException | StackOverflowError broken) {
      defects.add(defect(rule, broken));
      return notChecked(
          rule,
          new Unseen("the rule itself failed", "report this as a defect in dbpreflight"),
          isRequired(rule));
    }
  }

  private RuleResult run(Rule rule, Evidence evidence) {
    for (Need need : rule.info().needs()) {
      Optional<Unseen> lacking = lacking(need, evidence);
      if (lacking.isPresent()) {
        return notChecked(rule, lacking.get(), isRequired(rule) && need != Need.MIGRATIONS);
      }
    }
    List<Judged> findings = rule.check(evidence).sorted().distinct().map(this::judged).toList();
    List<Unseen> unseen = rule.unseen(evidence).distinct().toList();
    Status status =
        !findings.isEmpty() ? Status.FAIL : unseen.isEmpty() ? Status.PASS : Status.NOT_CHECKED;
    Severity severity =
        findings.stream()
            .map(Judged::severity)
            .max(Comparator.naturalOrder())
            .orElse(profile.severity(rule.info()));
    return new RuleResult(
        Subject.of(rule.info()), status, severity, isRequired(rule), unseen, findings);
  }

  private static Optional<Unseen> lacking(Need need, Evidence evidence) {
    return switch (need) {
      case EXPECTED_SCHEMA ->
          evidence.baseline().isEmpty()
              ? Optional.of(noExpectedSchema(evidence))
              : Optional.empty();
      case MIGRATIONS ->
          evidence.migrations().isEmpty()
              ? Optional.of(new Unseen("no migration files were given", "--migrations DIR"))
              : Optional.empty();
      case BACKUP,
          BACKUP_AGE,
          BACKUP_FILE,
          BACKUP_RESTORE,
          EXPECTED_REVISION,
          EXPECTED_TABLES,
          STATED_STORAGE,
          WAIVERS ->
          Optional.empty();
    };
  }

  private static boolean asks(Need need, Evidence evidence) {
    boolean atRest = evidence.phase() == Phase.AT_REST;
    return switch (need) {
      case BACKUP -> evidence.moment().asksForBackup(wish -> true);
      case BACKUP_AGE -> evidence.moment().asksForBackup(wish -> wish.maxAge().isPresent());
      case BACKUP_FILE -> evidence.moment().asksForBackup(Wish::file);
      case BACKUP_RESTORE -> evidence.moment().asksForBackup(Wish::restore);
      case EXPECTED_REVISION -> atRest && !evidence.expectedRevision().isEmpty();
      case EXPECTED_TABLES -> atRest && evidence.expectedTables().isPresent();
      case STATED_STORAGE -> evidence.storage().isPresent();
      case EXPECTED_SCHEMA, MIGRATIONS, WAIVERS -> true;
    };
  }

  private Judged judged(Finding finding) {
    RuleInfo info =
        rules.stream()
            .map(Rule::info)
            .filter(candidate -> candidate.id().equals(finding.rule()))
            .findFirst()
            .orElseThrow();
    return new Judged(finding, profile.severity(info, finding.object().kind()));
  }

  private RuleResult notChecked(Rule rule, Unseen unseen, boolean required) {
    return new RuleResult(
        Subject.of(rule.info()),
        Status.NOT_CHECKED,
        profile.severity(rule.info()),
        required,
        List.of(unseen),
        List.of());
  }

  private static String defect(Rule rule, Throwable broken) {
    String place =
        Arrays.stream(broken.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.dbpreflight."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return "rule " + rule.info().id() + " failed: " + broken + place;
  }

  private static Unseen noExpectedSchema(Evidence evidence) {
    if (evidence.phase() == Phase.AT_REST || evidence.release().isEmpty()) {
      return new Unseen("no expected schema was given", "--expect FILE");
    }
    return evidence
        .unreadHistories()
        .findFirst()
        .orElseGet(
            () ->
                new Unseen(
                    "it is not known which revision the database is at",
                    "put the snapshot of the recorded revision beside the expected one"));
  }

  private boolean isRequired(Rule rule) {
    return profile.required().contains(rule.info().id());
  }

  private static boolean isFor(Rule rule, Engine engine) {
    return Set.of(rule.info().engines()).contains(engine);
  }

  private Verdict verdict(List<RuleResult> results, boolean broken) {
    if (results.stream().anyMatch(this::fails)) {
      return Verdict.FAIL;
    }
    boolean blind =
        results.stream()
            .anyMatch(result -> result.required() && result.status() == Status.NOT_CHECKED);
    return blind || broken ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  private boolean fails(RuleResult result) {
    return result.status() == Status.FAIL && result.severity().compareTo(profile.failOn()) >= 0;
  }

  private Risk risk(Evidence evidence, List<RuleResult> results) {
    Risk risk = evidence.state() == DatabaseState.INCOMPLETE ? Risk.MEDIUM : Risk.LOW;
    for (RuleResult result : results) {
      if (result.status() == Status.FAIL) {
        risk = max(risk, risk(result));
      }
    }
    return risk;
  }

  private static Risk risk(RuleResult result) {
    if (result.subject().critical()) {
      return Risk.CRITICAL;
    }
    return switch (result.severity()) {
      case INFO -> Risk.LOW;
      case WARNING -> Risk.MEDIUM;
      case ERROR -> Risk.HIGH;
    };
  }

  private static Risk max(Risk one, Risk other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
