package dev.dbpreflight.report;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Waived;
import java.util.List;

/** The report for programs; {@code report.schema.json} describes it. */
public final class JsonReport {
  /** Raised when a program that reads the current format could misunderstand the new one. */
  static final int FORMAT = 1;

  /**
   * The whole report, ending in a line feed. Everything that varies between runs is in "timing".
   */
  public String format(Report report) {
    return JsonText.object(
        json -> {
          json.number("format", FORMAT);
          tool(json, report.toolVersion());
          target(json, report.target());
          json.text("profile", report.profile());
          json.texts("switchedOff", report.switchedOff());
          json.text("failOn", report.failOn().token());
          json.text("state", report.state().token());
          json.texts("accepted", report.accepted().stream().map(DatabaseState::token).toList());
          json.text("risk", report.judgement().risk().token());
          json.text("verdict", report.judgement().verdict().token());
          json.text("expected", report.expected());
          json.text("recorded", report.recorded());
          json.flag("alreadyDeployed", report.alreadyDeployed());
          HistoryJson.histories(json, report.histories());
          HistoryJson.release(json, report.release());
          json.objects("results", report.judgement().results(), result -> result(json, result));
          notModelled(json, report.notModelled());
          json.texts("defects", report.judgement().defects());
          json.object("timing", inner -> timing(inner, report));
        });
  }

  static void tool(JsonText json, String version) {
    json.object("tool", inner -> inner.text("name", "dbpreflight").text("version", version));
  }

  static void notModelled(JsonText json, List<Unsupported> kinds) {
    json.objects(
        "notModelled",
        kinds,
        kind ->
            json.text("kind", kind.kind())
                .number("count", kind.names().size())
                .texts("names", kind.names()));
  }

  static void object(JsonText json, ObjectRef object) {
    json.object(
        "object",
        inner ->
            inner
                .text("type", object.kind().token())
                .text("schema", object.schema())
                .text("table", object.table())
                .text("name", object.name()));
  }

  static void target(JsonText json, Report.Target target) {
    json.object(
        "target",
        inner ->
            inner
                .text("engine", target.engine().token())
                .text("serverVersion", target.serverVersion())
                .text("url", target.url())
                .text("source", target.source())
                .flag("exists", target.exists())
                .text("fingerprint", target.fingerprint().get())
                .object(
                    "objects",
                    counts ->
                        target
                            .objects()
                            .forEach((kind, count) -> counts.number(kind.token(), count))));
  }

  private static void result(JsonText json, RuleResult result) {
    json.text("id", result.id())
        .flag("named", result.subject().named())
        .text("status", result.status().token())
        .text("severity", result.severity().token())
        .flag("required", result.required())
        .text("reason", reason(result.unseen()))
        .objects(
            "unseen",
            result.unseen(),
            unseen -> json.text("reason", unseen.reason()).text("remedy", unseen.remedy()))
        .objects("findings", result.findings(), judged -> finding(json, judged))
        .objects("waived", result.waived(), waived -> waived(json, waived));
  }

  private static void waived(JsonText json, Waived waived) {
    finding(json, waived.judged());
    json.text("reason", waived.waiver().reason())
        .text("until", waived.waiver().until().toString())
        .text("source", waived.waiver().source());
  }

  private static String reason(List<Unseen> unseen) {
    return unseen.isEmpty() ? "" : unseen.get(0).reason();
  }

  private static void finding(JsonText json, Judged judged) {
    Finding finding = judged.finding();
    json.text("key", finding.key()).text("severity", judged.severity().token());
    object(json, finding.object());
    json.text("what", finding.what()).text("why", finding.why()).text("next", finding.next());
  }

  private static void timing(JsonText json, Report report) {
    Report.Timing timing = report.timing();
    json.text("started", timing.started().toString())
        .number("elapsedMillis", timing.elapsed().toMillis())
        .number("statements", timing.statements())
        .number("roundTrips", timing.roundTrips());
    HistoryJson.moment(json, report.histories());
    new MomentFacts(timing.moment()).json(json);
  }
}
