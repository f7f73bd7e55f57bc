package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.CheckFile;
import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.RuleEngine;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.Severity;
import dev.dbpreflight.rules.Verdict;
import dev.dbpreflight.rules.Waivers;
import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiverRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final SchemaBuilder WITHOUT_KEY =
      postgres(18).table("public.log", table -> table.column("line", "text"));
  private static final SchemaBuilder WITH_KEY =
      postgres(18).table("public.log", table -> table.column("id", "integer").primaryKey("id"));

  private static Judgement judge(SchemaBuilder live, CheckFile file) {
    return new RuleEngine(
            BuiltinRules.ALL,
            file.profile().withFailOn(Severity.WARNING),
            new Waivers(file.waivers(), TODAY))
        .judge(EvidenceBuilder.live(live).accept(DatabaseState.POPULATED).build());
  }

  private static CheckFile example(String name) {
    return CheckFiles.read(Path.of("checks"), Path.of(name), Map.of());
  }

  private static List<String> findings(Judgement judgement, String rule) {
    return judgement.results().stream()
        .filter(result -> result.id().equals(rule))
        .flatMap(result -> result.findings().stream())
        .map(judged -> judged.finding().what())
        .toList();
  }

  @Test
  void anExpiredWaiverIsAFindingAndWaivesNothing() {
    Judgement bad = judge(WITHOUT_KEY, example("waiver-expired/bad.yaml"));

    assertThat(findings(bad, "waiver-expired"))
        .containsExactly(
            "the waiver of table-without-primary-key on \"*log\" ended on 2025-12-31:"
                + " waiver-expired/bad.yaml:2");
    assertThat(findings(bad, "table-without-primary-key")).hasSize(1);
    assertThat(findings(bad, "waiver-without-match")).isEmpty();
    assertThat(bad.verdict()).isEqualTo(Verdict.FAIL);

    Judgement good = judge(WITHOUT_KEY, example("waiver-expired/good.yaml"));
    assertThat(findings(good, "waiver-expired")).isEmpty();
    assertThat(findings(good, "table-without-primary-key")).isEmpty();
  }

  @Test
  void aWaiverThatAcceptsNothingIsAFinding() {
    assertThat(
            findings(
                judge(WITH_KEY, example("waiver-without-match/bad.yaml")), "waiver-without-match"))
        .containsExactly(
            "the waiver of table-without-primary-key on \"*log\" accepts nothing:"
                + " waiver-without-match/bad.yaml:2");
    assertThat(
            findings(
                judge(WITHOUT_KEY, example("waiver-without-match/good.yaml")),
                "waiver-without-match"))
        .isEmpty();
  }

  @Test
  void theRulesAreInTheirPlaceAndLeftOutWithoutWaivers() {
    Judgement with = judge(WITH_KEY, example("waiver-without-match/bad.yaml"));
    assertThat(with.results())
        .extracting(RuleResult::id)
        .isSorted()
        .contains("waiver-expired", "waiver-without-match");

    Judgement without = judge(WITH_KEY, CheckFiles.shipped("before-deploy"));
    assertThat(without.results())
        .extracting(RuleResult::id)
        .doesNotContain("waiver-expired", "waiver-without-match");
  }

  @Test
  void namedChecksCanBeWaived() {
    CheckFile file = example("waiver-expired/good.yaml");
    RuleResult named =
        new RuleResult(
            new RuleResult.Subject("table-without-primary-key", false, true),
            Status.FAIL,
            Severity.ERROR,
            true,
            List.of(),
            judge(WITHOUT_KEY, CheckFiles.shipped("before-deploy")).results().stream()
                .filter(result -> result.id().equals("table-without-primary-key"))
                .findFirst()
                .orElseThrow()
                .findings());

    Judgement judgement =
        new RuleEngine(List.of(), file.profile(), new Waivers(file.waivers(), TODAY))
            .judge(EvidenceBuilder.live(WITHOUT_KEY).build(), List.of(named));

    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.results().get(0).waived()).hasSize(1);
  }
}
