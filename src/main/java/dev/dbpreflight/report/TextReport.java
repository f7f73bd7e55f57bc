package dev.dbpreflight.report;

import dev.dbpreflight.history.History;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Waived;
import dev.dbpreflight.rules.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report for people: the verdict first, what to do next last. */
public final class TextReport {
  /** A table with thousands of differences must not bury the others; JSON has all of them. */
  private static final int SHOWN_PER_RULE = 25;

  private static final int NAMES_SHOWN = 5;

  private final Style style;
  private final Page page;

  public TextReport(Style style) {
    this.style = style;
    this.page = new Page(style);
  }

  /** The whole report, ending in a line feed. */
  public String format(Report report) {
    verdict(report);
    facts(report);
    for (RuleResult result : bySeverity(report.judgement().results())) {
      findings(result);
    }
    waived(report.judgement().results());
    notChecked(report.judgement().results());
    passed(report.judgement().results());
    switchedOff(report.switchedOff());
    notModelled(report.notModelled());
    defects(report.judgement().defects());
    next(report);
    return page.toString();
  }

  private void verdict(Report report) {
    String risk = ", risk " + style.bold(report.judgement().risk().token());
    page.line(answer(report) + risk);
    new TargetFacts(style).headline(page, report.state(), report.histories());
  }

  private String answer(Report report) {
    boolean drift = !report.profile().equals("before-deploy");
    return switch (report.judgement().verdict()) {
      case PASS -> style.green("PASS") + "  " + reassurance(report, drift);
      case FAIL ->
          style.red("FAIL")
              + "  "
              + count(failures(report), "reason", "reasons")
              + (drift ? " to look at the schema" : " not to deploy");
      case INCONCLUSIVE ->
          style.yellow("INCONCLUSIVE") + "  something that must be checked was not";
    };
  }

  private static String reassurance(Report report, boolean drift) {
    boolean findings =
        report.judgement().results().stream().anyMatch(result -> result.status() == Status.FAIL);
    if (report.isOfNamedChecksOnly()) {
      return findings ? "nothing that counts was found" : "what was asked for is as expected";
    }
    if (drift) {
      return findings || !report.switchedOff().isEmpty()
          ? "nothing that counts was found"
          : "no difference is proven";
    }
    return report.alreadyDeployed()
        ? "the release is deployed already"
        : "nothing speaks against it";
  }

  private static long failures(Report report) {
    return report.judgement().results().stream()
        .flatMap(result -> result.findings().stream())
        .filter(judged -> judged.severity().compareTo(report.failOn()) >= 0)
        .count();
  }

  private void facts(Report report) {
    TargetFacts facts = new TargetFacts(style);
    facts.write(page, report.target(), report.state(), report.histories());
    HistoryWords.wrong(report.histories(), Optional.empty())
        .forEach(wrong -> TargetFacts.fact(page, "trouble", wrong));
    report
        .release()
        .ifPresent(
            release -> {
              facts.release(page, release);
              TargetFacts.fact(page, "pending", TargetFacts.pending(release));
            });
    new MomentFacts(report.timing().moment()).write(page);
    schema("expected", report.expected());
    if (!report.recorded().equals(report.expected())) {
      schema("recorded", report.recorded());
    }
    TargetFacts.fact(page, "profile", report.profile());
    if (report.isOfNamedChecksOnly()) {
      TargetFacts.fact(page, "rules", "none was run, only the checks that were asked for");
    }
    page.blank();
  }

  private void schema(String label, String source) {
    if (!source.isEmpty()) {
      // A path is copied and pasted: it stays in one piece.
      page.line("  " + label + "  " + SafeText.line(source));
    }
  }

  private static List<RuleResult> bySeverity(List<RuleResult> results) {
    return results.stream()
        .filter(result -> result.status() == Status.FAIL)
        .sorted(
            Comparator.comparing(RuleResult::severity)
                .thenComparing(result -> result.subject().named())
                .thenComparing(result -> result.subject().critical())
                .reversed()
                .thenComparing(RuleResult::id))
        .toList();
  }

  private void findings(RuleResult result) {
    page.line(head(result.severity()) + style.bold("[" + SafeText.line(result.id()) + "]"));
    List<Judged> findings = mostSevereFirst(result);
    for (Judged judged : findings.subList(0, Math.min(SHOWN_PER_RULE, findings.size()))) {
      String mark = judged.severity() == result.severity() ? "" : judged.severity().token() + ": ";
      page.wrapped("  - ", "    ", mark + SafeText.line(judged.finding().what()));
    }
    if (findings.size() > SHOWN_PER_RULE) {
      page.line(
          "    … and " + (findings.size() - SHOWN_PER_RULE) + " more (--format json lists all)");
    }
    Finding first = findings.get(0).finding();
    page.labelled(4, "why", 6, SafeText.line(first.why()));
    page.labelled(4, "next", 6, SafeText.line(first.next())).blank();
  }

  /** What does not fit on the page must not be what matters most. */
  private static List<Judged> mostSevereFirst(RuleResult result) {
    return result.findings().stream()
        .sorted(Comparator.comparing(Judged::severity).reversed())
        .toList();
  }

  private String head(Severity severity) {
    return switch (severity) {
      case ERROR -> style.red(style.symbol("✗ ", "") + "error");
      case WARNING -> style.yellow(style.symbol("! ", "") + "warning");
      case INFO -> style.faint(style.symbol("· ", "") + "info");
    };
  }

  private void waived(List<RuleResult> results) {
    List<Waived> waived = results.stream().flatMap(result -> result.waived().stream()).toList();
    if (waived.isEmpty()) {
      return;
    }
    page.line(style.yellow("waived") + " " + count(waived.size(), "finding", "findings"));
    for (Waived one : waived.subList(0, Math.min(SHOWN_PER_RULE, waived.size()))) {
      Finding finding = one.judged().finding();
      page.wrapped("  - ", "    ", SafeText.line(finding.rule() + ": " + finding.what()));
      page.labelled(4, "reason", 8, SafeText.line(one.waiver().reason()));
      page.labelled(
          4, "until", 8, one.waiver().until() + ", " + SafeText.line(one.waiver().source()));
    }
    if (waived.size() > SHOWN_PER_RULE) {
      page.line("    and " + (waived.size() - SHOWN_PER_RULE) + " more (--format json lists all)");
    }
    page.blank();
  }

  private void notChecked(List<RuleResult> results) {
    Map<Unseen, List<String>> rules = new LinkedHashMap<>();
    for (RuleResult result : results) {
      String name = SafeText.line(result.id()) + (result.required() ? " (required)" : "");
      for (Unseen unseen : result.unseen()) {
        rules.computeIfAbsent(unseen, reason -> new ArrayList<>()).add(name);
      }
    }
    if (rules.isEmpty()) {
      return;
    }
    page.line(style.yellow("not checked"));
    rules.entrySet().stream()
        .limit(SHOWN_PER_RULE)
        .forEach(entry -> notChecked(entry.getKey(), entry.getValue()));
    if (rules.size() > SHOWN_PER_RULE) {
      page.line("    and " + (rules.size() - SHOWN_PER_RULE) + " more (--format json lists all)");
    }
    page.blank();
  }

  private void notChecked(Unseen unseen, List<String> rules) {
    page.wrapped("  - ", "    ", String.join(", ", rules));
    page.labelled(4, "why", 10, SafeText.line(unseen.reason()));
    page.labelled(4, "to enable", 10, SafeText.line(unseen.remedy()));
  }

  private void passed(List<RuleResult> results) {
    passed(results, true, "check", "checks");
    passed(results, false, "rule", "rules");
  }

  private void passed(List<RuleResult> results, boolean named, String one, String many) {
    List<String> ids =
        results.stream()
            .filter(result -> result.status() == Status.PASS)
            .filter(result -> result.subject().named() == named)
            .map(result -> SafeText.line(result.id()))
            .toList();
    if (!ids.isEmpty()) {
      page.line(style.green("passed") + " " + count(ids.size(), one, many));
      page.wrapped("    ", "    ", String.join(", ", ids)).blank();
    }
  }

  private void switchedOff(List<String> ids) {
    if (!ids.isEmpty()) {
      page.line(style.yellow("switched off") + " " + count(ids.size(), "rule", "rules"));
      page.wrapped("    ", "    ", String.join(", ", ids)).blank();
    }
  }

  private void notModelled(List<Unsupported> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    page.line(style.yellow("not modelled") + " (exist, but nobody looked into them)");
    for (Unsupported kind : kinds) {
      List<String> shown = kind.names().stream().limit(NAMES_SHOWN).map(SafeText::line).toList();
      int more = kind.names().size() - shown.size();
      page.wrapped(
          "  - ",
          "    ",
          kind.names().size()
              + " "
              + kind.kind()
              + ": "
              + String.join(", ", shown)
              + (more > 0 ? " and " + more + " more" : ""));
    }
    page.blank();
  }

  private void defects(List<String> defects) {
    for (String defect : defects) {
      page.wrapped(style.red("defect") + "  ", " ".repeat(8), SafeText.line(defect));
    }
    if (!defects.isEmpty()) {
      page.blank();
    }
  }

  private void next(Report report) {
    page.wrapped(style.bold("next") + "  ", "      ", nextStep(report));
  }

  private static String nextStep(Report report) {
    List<RuleResult> results = report.judgement().results();
    return switch (report.judgement().verdict()) {
      case PASS -> nextAfterAPass(report);
      case FAIL ->
          SafeText.line(mostSevereFirst(bySeverity(results).get(0)).get(0).finding().next());
      case INCONCLUSIVE ->
          results.stream()
              .filter(result -> result.required() && result.status() == Status.NOT_CHECKED)
              .map(result -> SafeText.line(result.unseen().get(0).remedy()))
              .map(remedy -> remedy.startsWith("--") ? "run it again with " + remedy : remedy)
              .findFirst()
              .orElse("report the defect: a rule could not be run");
    };
  }

  private static String nextAfterAPass(Report report) {
    if (!bySeverity(report.judgement().results()).isEmpty()) {
      return "nothing that has to be done first; the above can wait";
    }
    boolean recorded = report.histories().stream().anyMatch(History::claimsApplied);
    return report.alreadyDeployed() && !recorded
        ? "nothing to deploy; no history records it, so a migration tool would start from the"
            + " beginning: let it record the revision before it is run here"
        : "nothing to do";
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
