package dev.dbpreflight.report;

import static dev.dbpreflight.rules.Severity.ERROR;
import static dev.dbpreflight.rules.Severity.INFO;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.Connections.Scope;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.ServerProcess;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.Risk;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Subject;
import dev.dbpreflight.rules.RuleResult.Waived;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.Verdict;
import dev.dbpreflight.rules.Waiver;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import dev.dbpreflight.support.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The reports that every format must cope with, by name. */
final class SampleReports {
  private static final Report.Timing TIMING =
      new Report.Timing(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(123), 48, 3);
  private static final Unseen NO_RIGHT =
      new Unseen("permission denied for table alembic_version", "GRANT SELECT ON it TO looker");

  private SampleReports() {}

  static Map<String, Report> all() {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("fresh", fresh());
    reports.put("already-deployed", alreadyDeployed());
    reports.put("one-finding", oneFinding());
    reports.put("many-findings", manyFindings());
    reports.put("inconclusive", inconclusive());
    reports.put("not-modelled", notModelled());
    reports.put("defect", defect());
    reports.put("waived", waived());
    reports.put("drift", drift());
    reports.put("hostile-names", hostileNames());
    reports.put("hostile-migrations", SampleReleases.hostile(hostileNames()));
    reports.putAll(SampleReleases.all(fresh()));
    return reports;
  }

  /** A missing file with nothing to say about it. */
  private static Report fresh() {
    return report(
        new Report.Target(
            Engine.SQLITE,
            "3.50.1",
            "app.db",
            "the command line",
            false,
            () -> "f1",
            new TreeMap<>()),
        DatabaseState.FRESH,
        List.of(),
        judgement(Verdict.PASS, Risk.LOW, passed("history-without-objects")));
  }

  private static Report alreadyDeployed() {
    Report report =
        report(
            target(Map.of(ObjectKind.SCHEMA, 1, ObjectKind.TABLE, 17, ObjectKind.ENUM, 2)),
            DatabaseState.POPULATED,
            List.of(history("v2")),
            judgement(
                Verdict.PASS,
                Risk.MEDIUM,
                passed("created-object-exists-already"),
                failed("table-without-primary-key", INFO, "\"public.log\" has no primary key")));
    report = Records.with(report, "accepted", List.of(DatabaseState.POPULATED));
    report = Records.with(report, "expected", "schema-snapshots/v2.json (v2)");
    report = Records.with(report, "recorded", "schema-snapshots/v1.json (v1)");
    return Records.with(report, "alreadyDeployed", true);
  }

  private static Report oneFinding() {
    Report report =
        report(
            target(Map.of(ObjectKind.TABLE, 2, ObjectKind.INDEX, 1)),
            DatabaseState.POPULATED,
            List.of(),
            judgement(
                Verdict.FAIL,
                Risk.CRITICAL,
                failed(
                    "created-object-exists-already",
                    ERROR,
                    "relation \"public.shops\" already exists"),
                passed("foreign-key-cycle"),
                notChecked(
                    "object-differs", false, new Unseen("it is not known", "--expect FILE"))));
    return Records.with(report, "timing", TIMING.at(moment()));
  }

  /** Somebody has a transaction open. */
  private static Moment moment() {
    ServerProcess client = new ServerProcess(4711, "app", "web", "", "client backend");
    OpenTransaction open =
        new OpenTransaction(
            client,
            OpenTransaction.State.IDLE,
            Optional.of(Duration.ofSeconds(90)),
            Optional.empty(),
            new TreeMap<>());
    return new Moment(
        Optional.of(new Limit(Scope.ROLE, "deploy", 3, 10)),
        Optional.of(new Activity(List.of(open), List.of(), List.of(), List.of())),
        Optional.of(new ByteCount(8_000_000)),
        List.of(
            new TableSize(
                new ObjectName("public", "shops"), new ByteCount(1_200_000), 12_000, true, false)));
  }

  /** Findings of every severity, and more of one rule than a page can show. */
  private static Report manyFindings() {
    return report(
        target(Map.of(ObjectKind.TABLE, 30)),
        DatabaseState.POPULATED,
        List.of(history("v1"), history("a", "b")),
        judgement(
            Verdict.FAIL,
            Risk.HIGH,
            failed("foreign-key-cycle", INFO, "public.a, public.b form a cycle"),
            failed("index-invalid", WARNING, "index \"public.a.i\" is invalid"),
            many(rule("object-differs"), 30),
            failed("unexpected-object", ERROR, "table \"public.backup\" is not expected")));
  }

  /** One finding of every rule that ships, in the rule's own words; no golden file has it. */
  static Report everyRule() {
    List<RuleResult> results = new ArrayList<>();
    for (Rule rule : BuiltinRules.ALL) {
      Severity severity = rule.info().severity();
      Finding finding = rule.finding(ObjectRef.database(), "something is wrong");
      results.add(
          new RuleResult(
              Subject.of(rule.info()),
              Status.FAIL,
              severity,
              false,
              List.of(),
              List.of(new Judged(finding, severity))));
    }
    return report(
        target(Map.of()),
        DatabaseState.POPULATED,
        List.of(),
        new Judgement(Verdict.FAIL, Risk.CRITICAL, results, List.of()));
  }

  private static RuleResult many(Rule rule, int count) {
    List<Judged> findings =
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    new Judged(
                        finding(rule, "t" + number, "column \"t%d.id\": differs".formatted(number)),
                        number % 10 == 0 ? WARNING : ERROR))
            .toList();
    return new RuleResult(Subject.of(rule.info()), Status.FAIL, ERROR, false, List.of(), findings);
  }

  private static Report inconclusive() {
    return report(
        target(Map.of()),
        DatabaseState.INCOMPLETE,
        List.of(
            new History(
                MigrationTool.ALEMBIC,
                new ObjectName("public", "alembic_version"),
                List.of(new ObjectName("public", "alembic_lock")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "permission denied for table alembic_version",
                NO_RIGHT.remedy())),
        judgement(
            Verdict.INCONCLUSIVE,
            Risk.MEDIUM,
            notChecked("history-without-objects", true, NO_RIGHT),
            notChecked("object-differs", false, NO_RIGHT)));
  }

  private static Report notModelled() {
    Report report =
        report(
            target(Map.of(ObjectKind.TABLE, 1)),
            DatabaseState.POPULATED,
            List.of(),
            judgement(Verdict.PASS, Risk.LOW, passed("index-invalid")));
    List<String> many = IntStream.range(0, 12).mapToObj(number -> "public.ops_" + number).toList();
    return Records.with(
        report,
        "notModelled",
        List.of(
            new Unsupported("access method", List.of("public.bloom2")),
            new Unsupported("operator class", many)));
  }

  /** One rule whose only finding is waived, one of which others count, one with too many. */
  private static Report waived() {
    RuleResult some = many(rule("object-differs"), 30);
    return report(
        target(Map.of(ObjectKind.TABLE, 2)),
        DatabaseState.POPULATED,
        List.of(),
        judgement(
            Verdict.FAIL,
            Risk.HIGH,
            waived(failed("foreign-key-cycle", WARNING, "public.a, public.b form a cycle"), 1),
            waived(some, 27)));
  }

  private static RuleResult waived(RuleResult result, int count) {
    Waiver waiver =
        new Waiver(
            result.id(),
            "public.*",
            "it goes away with the next release, see the ticket that was written about it",
            LocalDate.of(2027, 6, 30),
            "checks/shop.yaml:21");
    List<Judged> counting = result.findings().subList(count, result.findings().size());
    return new RuleResult(
        result.subject(),
        counting.isEmpty() ? Status.PASS : Status.FAIL,
        result.severity(),
        result.required(),
        result.unseen(),
        counting,
        result.findings().subList(0, count).stream()
            .map(judged -> new Waived(judged, waiver))
            .toList());
  }

  private static Report defect() {
    return report(
        target(Map.of(ObjectKind.TABLE, 1)),
        DatabaseState.POPULATED,
        List.of(),
        new Judgement(
            Verdict.INCONCLUSIVE,
            Risk.LOW,
            List.of(notChecked("index-invalid", false, new Unseen("it failed", "report this"))),
            List.of(
                "rule index-invalid failed: java.lang.IllegalStateException: no such index at"
                    + " dev.dbpreflight.rules.builtin.IndexInvalid.check(IndexInvalid.java:30)")));
  }

  private static Report drift() {
    Report report =
        report(
            target(Map.of(ObjectKind.TABLE, 1, ObjectKind.INDEX, 2)),
            DatabaseState.POPULATED,
            List.of(),
            judgement(
                Verdict.FAIL,
                Risk.MEDIUM,
                failed("unexpected-object", WARNING, "index \"public.i\" is not expected")));
    report = Records.with(report, "profile", "drift");
    report = Records.with(report, "failOn", WARNING);
    report = Records.with(report, "expected", "v1.json");
    return Records.with(
        report, "switchedOff", List.of("expected-object-missing", "object-differs"));
  }

  private static Report hostileNames() {
    Rule rule = rule("unexpected-object");
    List<Judged> findings = new ArrayList<>();
    for (String name : HostileNames.ALL) {
      String what = "table \"public." + name + "\" is not expected";
      findings.add(
          new Judged(finding(rule, name, what).withNext("DROP TABLE \"" + name + '"'), ERROR));
    }
    String all = HostileNames.SOME;
    Report report =
        report(
            new Report.Target(
                Engine.POSTGRESQL,
                "18.2 " + all,
                "postgresql://h/" + all,
                all,
                true,
                () -> "f2",
                new TreeMap<>(Map.of(ObjectKind.TABLE, HostileNames.ALL.size()))),
            DatabaseState.INCOMPLETE,
            HostileNames.ALL.stream().map(SampleReports::hostileHistory).toList(),
            new Judgement(
                Verdict.FAIL,
                Risk.HIGH,
                List.of(
                    notChecked("object-differs", true, new Unseen(all, "GRANT SELECT ON " + all)),
                    new RuleResult(
                        Subject.of(rule.info()),
                        Status.FAIL,
                        ERROR,
                        true,
                        List.of(),
                        findings,
                        List.of(hostileWaiver(findings.get(0))))),
                List.of("rule x failed: " + all)));
    report = Records.with(report, "expected", "snapshots/" + all);
    report = Records.with(report, "recorded", "recorded/" + all);
    return Records.with(
        report, "notModelled", List.of(new Unsupported("operator class", HostileNames.ALL)));
  }

  private static Waived hostileWaiver(Judged judged) {
    String all = HostileNames.SOME;
    return new Waived(judged, new Waiver(all, all, all, LocalDate.of(2027, 6, 30), all));
  }

  private static History hostileHistory(String name) {
    ObjectName table = new ObjectName("public", name);
    return new History(
        MigrationTool.FLYWAY,
        table,
        List.of(table),
        List.of(name),
        List.of(AppliedMigration.of(name)),
        List.of(),
        List.of(),
        name.length() % 2 == 0 ? name : "",
        name);
  }

  private static Report report(
      Report.Target target, DatabaseState state, List<History> histories, Judgement judgement) {
    return new Report(
        "0.1.0",
        target,
        "before-deploy",
        List.of(),
        ERROR,
        state,
        List.of(),
        histories,
        Optional.empty(),
        "",
        "",
        false,
        judgement,
        List.of(),
        TIMING);
  }

  private static Report.Target target(Map<ObjectKind, Integer> objects) {
    return new Report.Target(
        Engine.POSTGRESQL,
        "18.2",
        "postgresql://deploy@db.internal:5432/shop",
        "DATABASE_URL",
        true,
        () -> "f0",
        new TreeMap<>(objects));
  }

  private static History history(String... revisions) {
    return History.recording(
        MigrationTool.ALEMBIC, new ObjectName("public", "alembic_version"), revisions);
  }

  private static Judgement judgement(Verdict verdict, Risk risk, RuleResult... results) {
    return new Judgement(verdict, risk, List.of(results), List.of());
  }

  private static RuleResult passed(String id) {
    return new RuleResult(
        Subject.of(rule(id).info()),
        Status.PASS,
        rule(id).info().severity(),
        false,
        List.of(),
        List.of());
  }

  private static RuleResult notChecked(String id, boolean required, Unseen unseen) {
    return new RuleResult(
        Subject.of(rule(id).info()),
        Status.NOT_CHECKED,
        ERROR,
        required,
        List.of(unseen),
        List.of());
  }

  private static RuleResult failed(String id, Severity severity, String what) {
    return new RuleResult(
        Subject.of(rule(id).info()),
        Status.FAIL,
        severity,
        false,
        List.of(),
        List.of(new Judged(finding(rule(id), "shops", what), severity)));
  }

  /** In words of its own, so that no golden file changes when a rule's words do. */
  private static Finding finding(Rule rule, String table, String what) {
    return new Finding(
        rule.info().id(),
        ObjectRef.of(ObjectKind.TABLE, new ObjectName("public", table)),
        "",
        what,
        "Something that others rely on is not as it was, and nobody has told them about it yet.",
        "Say ALTER TABLE … and tell them, or leave it as it is and change what relies on it.");
  }

  private static Rule rule(String id) {
    return BuiltinRules.ALL.stream()
        .filter(rule -> rule.info().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
