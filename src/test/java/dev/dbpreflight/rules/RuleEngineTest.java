package dev.dbpreflight.rules;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.SampleRules.rule;
import static dev.dbpreflight.rules.SampleRules.rules;
import static dev.dbpreflight.rules.Severity.ERROR;
import static dev.dbpreflight.rules.Severity.INFO;
import static dev.dbpreflight.rules.Severity.WARNING;
import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.EvidenceBuilder;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEngineTest {
  private static final Profile PROFILE = Profile.plain("test", Phase.BEFORE_DEPLOY);

  private static Judgement judge(Profile profile, EvidenceBuilder evidence, Rule... rules) {
    return new RuleEngine(List.of(rules), profile).judge(evidence.build());
  }

  private static Judgement judge(Profile profile, Rule... rules) {
    return judge(profile, EvidenceBuilder.live(shops()), rules);
  }

  private static SchemaBuilder shops() {
    return postgres(18).table("public.shops", table -> table.column("id", "integer"));
  }

  /** The rules are named by their letters; capitals are required. */
  @ParameterizedTest
  @CsvSource({
    "c,   error,   PASS,         LOW",
    "a,   error,   FAIL,         HIGH",
    "d,   error,   PASS,         LOW",
    "D,   error,   INCONCLUSIVE, LOW",
    "cD,  error,   INCONCLUSIVE, LOW",
    "aD,  error,   FAIL,         HIGH",
    "e,   error,   PASS,         MEDIUM",
    "E,   error,   PASS,         MEDIUM",
    "e,   warning, FAIL,         MEDIUM",
    "e,   info,    FAIL,         MEDIUM",
    "b,   error,   PASS,         CRITICAL",
    "b,   warning, FAIL,         CRITICAL",
    "ab,  error,   FAIL,         CRITICAL",
    "H,   error,   INCONCLUSIVE, LOW",
    "h,   error,   PASS,         LOW",
    "f,   error,   INCONCLUSIVE, LOW",
    "af,  error,   FAIL,         HIGH",
  })
  void verdictAndRisk(String letters, String failOn, Verdict verdict, Risk risk) {
    Set<String> required =
        Stream.of(rules(letters.toLowerCase()))
            .map(found -> found.info().id())
            .filter(id -> letters.indexOf(Character.toUpperCase(id.charAt(0))) >= 0)
            .collect(toSet());
    Profile profile =
        PROFILE.withRequired(required).withFailOn(Severity.valueOf(failOn.toUpperCase()));

    Judgement judgement = judge(profile, rules(letters.toLowerCase()));

    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.risk()).isEqualTo(risk);
  }

  @Test
  void anIncompleteDatabaseIsAtLeastAMediumRisk() {
    assertThat(judge(PROFILE, EvidenceBuilder.fresh().alembic(), rule("c")).risk())
        .isEqualTo(Risk.MEDIUM);
    assertThat(judge(PROFILE, EvidenceBuilder.fresh().alembic(), rule("a")).risk())
        .isEqualTo(Risk.HIGH);
    assertThat(judge(PROFILE, EvidenceBuilder.fresh(), rule("c")).risk()).isEqualTo(Risk.LOW);
  }

  @Test
  void aRuleThatBreaksIsADefectAndTheOthersStillRun() {
    Judgement judgement = judge(PROFILE, rules("afc"));

    assertThat(judgement.results())
        .extracting(result -> result.id() + " " + result.status().token())
        .containsExactly("a-finds fail", "c-finds-nothing pass", "f-breaks not-checked");
    assertThat(judgement.defects())
        .singleElement()
        .asString()
        .startsWith("rule f-breaks failed: java.lang.IndexOutOfBoundsException: ")
        .contains(" at dev.dbpreflight.rules.SampleRules$Breaks.");
  }

  @Test
  void aRuleThatNeverEndsIsADefectToo() {
    Judgement judgement = judge(PROFILE, rules("gc"));

    assertThat(judgement.defects()).hasSize(1);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void resultsAreSortedByIdAndFindingsByObjectWithoutRepetition() {
    Judgement judgement = judge(PROFILE, rules("kca"));

    assertThat(judgement.results())
        .extracting(RuleResult::id)
        .containsExactly("a-finds", "c-finds-nothing", "k-many");
    assertThat(judgement.results().get(2).findings())
        .extracting(judged -> judged.finding().key())
        .containsExactly(
            "k-many:table:public.a:default",
            "k-many:table:public.a:type",
            "k-many:view:public.a",
            "k-many:table:public.b");
  }

  @Test
  void whatWasNotSeenIsToldOnceWithItsRemedy() {
    RuleResult blind = judge(PROFILE, rule("d")).results().get(0);

    assertThat(blind.status()).isEqualTo(RuleResult.Status.NOT_CHECKED);
    assertThat(blind.unseen()).containsExactly(new Rule.Unseen("no right", "GRANT"));
  }

  @Test
  void findingsWinOverWhatWasNotSeenAndBothAreTold() {
    RuleResult halfBlind = judge(PROFILE, rule("e")).results().get(0);

    assertThat(halfBlind.status()).isEqualTo(RuleResult.Status.FAIL);
    assertThat(halfBlind.unseen()).hasSize(1);
    assertThat(halfBlind.findings()).hasSize(1);
  }

  @Test
  void severityIsTheKindsThenTheRulesOwn() {
    Profile profile = PROFILE.withSeverities(Map.of("k-many", INFO, "k-many.view", WARNING));

    RuleResult many = judge(profile, rule("k")).results().get(0);

    assertThat(many.findings())
        .extracting(RuleResult.Judged::severity)
        .containsExactly(INFO, INFO, WARNING, INFO);
    assertThat(many.severity()).as("the highest of its findings").isEqualTo(WARNING);
  }

  @Test
  void theUsersSeverityOfARuleReplacesTheProfilesForItsKinds() {
    Profile profile =
        PROFILE
            .withSeverities(Map.of("k-many.view", WARNING, "a-finds.table", INFO))
            .withSeverities(Map.of("k-many", ERROR));

    assertThat(profile.severities()).isEqualTo(Map.of("k-many", ERROR, "a-finds.table", INFO));
  }

  @Test
  void rulesThatAreOffLeaveNoTrace() {
    Profile profile = PROFILE.withOff(Set.of("a-finds"));

    assertThat(judge(profile, rules("ac")).results())
        .extracting(RuleResult::id)
        .containsExactly("c-finds-nothing");
  }

  @Test
  void previewRulesRunOnlyWhenAskedFor() {
    assertThat(judge(PROFILE, rule("i")).results()).isEmpty();
    assertThat(judge(PROFILE.withPreview(true), rule("i")).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void rulesOfTheOtherEngineDoNotRun() {
    assertThat(judge(PROFILE, EvidenceBuilder.fresh(), rule("j")).results()).isEmpty();
    assertThat(judge(PROFILE, EvidenceBuilder.live(SchemaBuilder.sqlite()), rule("j")).results())
        .hasSize(1);
    assertThat(rule("a").info().engines()).containsExactly(POSTGRESQL, SQLITE);
  }

  @Test
  void withoutEvidenceARuleIsNotCheckedAndSaysWhatWouldHelp() {
    assertThat(unseen(PROFILE, EvidenceBuilder.live(shops())))
        .isEqualTo(new Rule.Unseen("no expected schema was given", "--expect FILE"));
    assertThat(unseen(PROFILE, EvidenceBuilder.live(shops()).release(postgres(18).schema("x"))))
        .isEqualTo(
            new Rule.Unseen(
                "it is not known which revision the database is at",
                "put the snapshot of the recorded revision beside the expected one"));
    assertThat(
            unseen(
                PROFILE,
                EvidenceBuilder.live(shops())
                    .unreadableHistory()
                    .release(postgres(18).schema("x"))))
        .isEqualTo(
            new Rule.Unseen(
                "permission denied for table alembic_version",
                "GRANT SELECT ON public.alembic_version TO looker"));
    assertThat(unseen(PROFILE, EvidenceBuilder.live(shops()).drift()))
        .isEqualTo(new Rule.Unseen("no expected schema was given", "--expect FILE"));
  }

  private static Rule.Unseen unseen(Profile profile, EvidenceBuilder evidence) {
    RuleResult result = judge(profile, evidence, rule("h")).results().get(0);
    assertThat(result.status()).isEqualTo(RuleResult.Status.NOT_CHECKED);
    return result.unseen().get(0);
  }

  @Test
  void withEvidenceItRuns() {
    RuleResult result = judge(PROFILE, EvidenceBuilder.fresh(), rule("h")).results().get(0);

    assertThat(result.findings().get(0).finding().what())
        .isEqualTo("differs from an empty database");
  }
}
