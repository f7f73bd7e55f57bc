package dev.dbpreflight.app;

import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.introspect.Observation;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Evidence.Expected;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.RuleEngine;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.util.List;
import java.util.Optional;

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
    Look look = new Looker(surroundings).at(request.connection());
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
            target(look),
            new Evidence.Plan(release, recorded, migrations, request.revision()));
    Judgement judgement = new RuleEngine(BuiltinRules.ALL, request.profile()).judge(evidence);
    return new Report(
        ToolVersion.text(),
        look.target(),
        request.profile().name(),
        List.copyOf(request.profile().switchedOff()),
        request.profile().failOn(),
        look.state(),
        evidence.accepted(),
        look.observation().histories(),
        migrations.map(known -> Release.of(known, look.observation().histories())),
        describe(release),
        describe(recorded),
        evidence.deployedAlready(),
        judgement,
        look.schema().unsupported(),
        look.timing());
  }

  private static Evidence.Target target(Look look) {
    Observation seen = look.observation();
    return new Evidence.Target(seen.schema(), look.state(), seen.histories(), seen.facts());
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
