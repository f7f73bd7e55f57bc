package dev.dbpreflight.app;

import dev.dbpreflight.checks.BackupSetting;
import dev.dbpreflight.checks.NamedCheck;
import dev.dbpreflight.checks.NamedChecks;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.introspect.Observation;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.report.Moment;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Evidence.Expected;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleEngine;
import dev.dbpreflight.rules.Waivers;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a target: is it safe to deploy onto it, or is it what it should be? */
public final class CheckTarget {
  private final Surroundings surroundings;

  public CheckTarget(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Looks, compares, judges.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the target cannot be read or the expected
   *     schema is not usable
   */
  public Report check(CheckRequest request) {
    ExpectedSchemas expected = new ExpectedSchemas(surroundings);
    Optional<Expected> release = request.expect().map(expected::read);
    ReleaseFiles files = new ReleaseFiles(surroundings);
    Optional<Migrations> read = request.migrations().map(files::read);
    List<NamedCheck> named = request.named().checks();
    NamedAnswers answers = new NamedAnswers(surroundings.progress());
    Looker looker = new Looker(surroundings);
    ConnectOptions options = looker.options(request.connection().times());
    Optional<Backups> backups =
        backup(request).map(setting -> new Backups(setting, surroundings, options));
    Look look =
        looker.at(
            request.connection(),
            options,
            request.migratingRole(),
            (session, seen) -> {
              answers.ask(session, checks(named, seen));
              backups.ifPresent(asked -> asked.ask(session));
            });
    NamedChecks checks = checks(named, look.observation());
    answers.visit(checks, options.deadline());
    release.ifPresent(found -> expected.requireSameEngine(found, look));
    surroundings.progress().begins("judging", "");
    Optional<Expected> recorded = expected.recorded(request, look.observation().histories());
    recorded.ifPresent(found -> expected.requireSameEngine(found, look));
    Optional<Migrations> migrations =
        read.map(
            known ->
                files.like(
                    look.observation().histories(), known, request.migrations().orElseThrow()));
    Evidence evidence =
        new Evidence(
            request.profile(),
            target(look, backups),
            new Evidence.Plan(
                release,
                recorded,
                migrations,
                request.revision(),
                request.tables(),
                request.storage()));
    Judgement judgement =
        new RuleEngine(
                request.named().alone() ? List.of() : BuiltinRules.ALL,
                request.profile(),
                new Waivers(request.waivers(), today()))
            .judge(evidence, checks.judge(answers.all()));
    return new Report(
        ToolVersion.text(),
        look.target(),
        request.profile().name(),
        List.copyOf(request.profile().switchedOff()),
        request.profile().failOn(),
        look.state(),
        evidence.accepted(),
        look.observation().histories(),
        evidence.graph().map(known -> Release.of(known, evidence.standings())),
        describe(release),
        describe(recorded),
        evidence.deployedAlready(),
        judgement,
        look.schema().unsupported(),
        look.timing().at(moment(evidence)));
  }

  /** At rest nobody asks whether this is a good one. */
  private static Moment moment(Evidence evidence) {
    return evidence.phase() == Phase.BEFORE_DEPLOY
        ? Moment.of(evidence.moment().conditions(), evidence.moment().touchedSizes())
        : Moment.UNKNOWN;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
  }

  private static NamedChecks checks(List<NamedCheck> named, Observation seen) {
    return new NamedChecks(named, seen.schema(), toolTables(seen.histories()));
  }

  /** They are no part of the users' schema, but somebody may have a check for them. */
  private static Set<ObjectName> toolTables(List<History> histories) {
    return histories.stream()
        .flatMap(
            history -> Stream.concat(Stream.of(history.table()), history.companions().stream()))
        .collect(Collectors.toSet());
  }

  /** Only where somebody judges it: looking into a backup may take long. */
  private static Optional<BackupSetting> backup(CheckRequest request) {
    boolean judged =
        BuiltinRules.ALL.stream()
            .map(Rule::info)
            .filter(rule -> rule.id().startsWith("backup-"))
            .anyMatch(request.profile()::runs);
    return request.backup().filter(setting -> judged && !request.named().alone());
  }

  private static Evidence.Target target(Look look, Optional<Backups> backups) {
    Observation seen = look.observation();
    Conditions conditions = seen.live().conditions();
    return new Evidence.Target(
        seen.schema(),
        look.state(),
        seen.histories(),
        seen.live().facts(),
        backups.map(asked -> asked.look(seen.schema().engine(), conditions)).orElse(conditions));
  }

  private static String describe(Optional<Expected> schema) {
    return schema
        .map(
            expected ->
                expected.revision().isEmpty()
                    ? expected.source()
                    : expected.source() + " (" + expected.revision() + ")")
        .orElse("");
  }
}
