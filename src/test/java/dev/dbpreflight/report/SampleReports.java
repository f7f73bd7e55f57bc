package dev.dbpreflight.report;

import static dev.dbpreflight.rules.Severity.ERROR;
import static dev.dbpreflight.rules.Severity.INFO;
import static dev.dbpreflight.rules.Severity.WARNING;

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
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.Verdict;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reports that every format must cope with, by name. */
final class SampleReports {
  private static final String NONE = "";
  private static final Unseen NO_RIGHT =
      new Unseen("permission denied for table alembic_version", "GRANT SELECT ON it TO this role");

  private SampleReports() {}

  static Map<String, Report> all() {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("fresh", fresh());
    reports.put("already-deployed", alreadyDeployed());
    reports.put("one-finding", oneFinding());
    reports.put("every-rule", everyRule());
    reports.put("inconclusive", inconclusive());
    reports.put("not-modelled", notModelled());
    reports.put("defect", defect());
    reports.put("drift", drift());
    reports.put("hostile-names", hostileNames());
    return reports;
  }

  /** A missing file with nothing to say about it. */
  private static Report fresh() {
    return report(
        new Report.Target(
            Engine.SQLITE, "3.50.1", "app.db", "the command line", false, "f1", new TreeMap<>()),
        DatabaseState.FRESH,
        List.of(),
        judgement(Verdict.PASS, Risk.LOW, passed("history-without-objects")));
  }

  private static Report alreadyDeployed() {
    return new Report(
        "0.1.0",
        target(Map.of(ObjectKind.SCHEMA, 1, ObjectKind.TABLE, 17, ObjectKind.ENUM, 2)),
        "before-deploy",
        List.of(),
        ERROR,
        DatabaseState.POPULATED,
        List.of(DatabaseState.POPULATED),
        List.of(history("v2")),
        "schema-snapshots/v2.json (v2)",
        "schema-snapshots/v1.json (v1)",
        true,
        judgement(
            Verdict.PASS,
            Risk.MEDIUM,
            passed("created-object-exists-already"),
            failed("table-without-primary-key", INFO, "table \"public.log\" has no primary key")),
        List.of(),
        timing());
  }

  private static Report oneFinding() {
    return report(
        target(Map.of(ObjectKind.TABLE, 2, ObjectKind.INDEX, 1)),
        DatabaseState.POPULATED,
        List.of(),
        judgement(
            Verdict.FAIL,
            Risk.CRITICAL,
            failed(
                "created-object-exists-already", ERROR, "relation \"public.shops\" already exists"),
            passed("foreign-key-cycle"),
            notChecked("object-differs", false, new Unseen("it is not known", "--expect FILE"))));
  }

  /** One finding of every rule that ships, and more of one than a page can show. */
  private static Report everyRule() {
    List<RuleResult> results = new ArrayList<>();
    for (Rule rule : BuiltinRules.ALL) {
      String id = rule.info().id();
      results.add(
          id.equals("object-differs")
              ? many(rule, 30)
              : failed(id, rule.info().severity(), "something of \"public.shops\" is wrong"));
    }
    return report(
        target(Map.of(ObjectKind.TABLE, 30)),
        DatabaseState.POPULATED,
        List.of(history("v1"), history("a", "b")),
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
    return new RuleResult(rule.info(), Status.FAIL, ERROR, false, List.of(), findings);
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
                0,
                "permission denied for table alembic_version")),
        judgement(
            Verdict.INCONCLUSIVE,
            Risk.MEDIUM,
            notChecked("history-without-objects", true, NO_RIGHT),
            notChecked("object-differs", false, NO_RIGHT)));
  }

  private static Report notModelled() {
    return new Report(
        "0.1.0",
        target(Map.of(ObjectKind.TABLE, 1)),
        "before-deploy",
        List.of(),
        ERROR,
        DatabaseState.POPULATED,
        List.of(),
        List.of(),
        NONE,
        NONE,
        false,
        judgement(Verdict.PASS, Risk.LOW, passed("index-invalid")),
        List.of(
            new Unsupported("access method", List.of("public.bloom2")),
            new Unsupported(
                "operator class",
                IntStream.range(0, 12).mapToObj(number -> "public.ops_" + number).toList())),
        timing());
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
    return new Report(
        "0.1.0",
        target(Map.of(ObjectKind.TABLE, 1, ObjectKind.INDEX, 2)),
        "drift",
        List.of("expected-object-missing", "object-differs"),
        WARNING,
        DatabaseState.POPULATED,
        List.of(),
        List.of(),
        "v1.json",
        NONE,
        false,
        judgement(
            Verdict.FAIL,
            Risk.MEDIUM,
            failed("unexpected-object", WARNING, "index \"public.i\" is not expected")),
        List.of(),
        timing());
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
    return new Report(
        "0.1.0",
        new Report.Target(
            Engine.POSTGRESQL,
            "18.2 " + all,
            "postgresql://h/" + all,
            all,
            true,
            "f2",
            new TreeMap<>(Map.of(ObjectKind.TABLE, HostileNames.ALL.size()))),
        "before-deploy",
        List.of(),
        ERROR,
        DatabaseState.INCOMPLETE,
        List.of(),
        HostileNames.ALL.stream().map(SampleReports::hostileHistory).toList(),
        "snapshots/" + all,
        "recorded/" + all,
        false,
        new Judgement(
            Verdict.FAIL,
            Risk.HIGH,
            List.of(
                notChecked("object-differs", true, new Unseen(all, "GRANT SELECT ON " + all)),
                new RuleResult(rule.info(), Status.FAIL, ERROR, true, List.of(), findings)),
            List.of("rule x failed: " + all)),
        List.of(new Unsupported("operator class", HostileNames.ALL)),
        timing());
  }

  private static History hostileHistory(String name) {
    ObjectName table = new ObjectName("public", name);
    return new History(
        MigrationTool.FLYWAY,
        table,
        List.of(table),
        List.of(name),
        1,
        name.length() % 2 == 0 ? name : "");
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
        NONE,
        NONE,
        false,
        judgement,
        List.of(),
        timing());
  }

  static Report.Timing timing() {
    return new Report.Timing(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(123), 48, 3);
  }

  static Report.Target target(Map<ObjectKind, Integer> objects) {
    return new Report.Target(
        Engine.POSTGRESQL,
        "18.2",
        "postgresql://deploy@db.internal:5432/shop",
        "DATABASE_URL",
        true,
        "f0",
        new TreeMap<>(objects));
  }

  static History history(String... revisions) {
    return new History(
        MigrationTool.ALEMBIC,
        new ObjectName("public", "alembic_version"),
        List.of(),
        List.of(revisions),
        revisions.length,
        "");
  }

  private static Judgement judgement(Verdict verdict, Risk risk, RuleResult... results) {
    return new Judgement(verdict, risk, List.of(results), List.of());
  }

  private static RuleResult passed(String id) {
    return new RuleResult(
        rule(id).info(), Status.PASS, rule(id).info().severity(), false, List.of(), List.of());
  }

  private static RuleResult notChecked(String id, boolean required, Unseen unseen) {
    return new RuleResult(
        rule(id).info(), Status.NOT_CHECKED, ERROR, required, List.of(unseen), List.of());
  }

  private static RuleResult failed(String id, Severity severity, String what) {
    return new RuleResult(
        rule(id).info(),
        Status.FAIL,
        severity,
        false,
        List.of(),
        List.of(new Judged(finding(rule(id), "shops", what), severity)));
  }

  private static Finding finding(Rule rule, String table, String what) {
    return rule.finding(
        ObjectRef.of(ObjectKind.TABLE, new ObjectName("public", table)), "%s", what);
  }

  private static Rule rule(String id) {
    return Stream.of(BuiltinRules.ALL)
        .flatMap(List::stream)
        .filter(rule -> rule.info().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
