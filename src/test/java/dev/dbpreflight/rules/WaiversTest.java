package dev.dbpreflight.rules;

import static dev.dbpreflight.rules.Severity.ERROR;
import static dev.dbpreflight.rules.Severity.INFO;
import static dev.dbpreflight.rules.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Subject;
import dev.dbpreflight.rules.Waivers.Outcome;
import dev.dbpreflight.rules.Waivers.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final Unseen UNSEEN = new Unseen("permission denied", "GRANT it");

  private static Waivers waivers(Waiver... all) {
    return new Waivers(List.of(all), TODAY);
  }

  private static Waiver waiver(String rule, String object, LocalDate until) {
    return new Waiver(rule, object, "because", until, "shop.yaml:1");
  }

  private static Waiver waiver(String object) {
    return waiver("r", object, TODAY);
  }

  private static Judged judged(String table, Severity severity) {
    ObjectRef object = ObjectRef.of(ObjectKind.TABLE, new ObjectName("public", table));
    return new Judged(new Finding("r", object, "", "is wrong", "w", "n"), severity);
  }

  private static RuleResult result(List<Unseen> unseen, Judged... findings) {
    return new RuleResult(
        new Subject("r", false, false),
        findings.length == 0 ? Status.PASS : Status.FAIL,
        ERROR,
        true,
        unseen,
        Arrays.asList(findings));
  }

  @Test
  void whatIsWaivedStaysVisibleAndTheRestCounts() {
    RuleResult waived =
        waivers(waiver("public.a"))
            .applyTo(result(List.of(), judged("a", ERROR), judged("b", WARNING)), INFO);

    assertThat(waived.status()).isEqualTo(Status.FAIL);
    assertThat(waived.severity()).isEqualTo(WARNING);
    assertThat(waived.findings()).containsExactly(judged("b", WARNING));
    assertThat(waived.waived())
        .containsExactly(new RuleResult.Waived(judged("a", ERROR), waiver("public.a")));
  }

  @Test
  void aRuleWithNothingElsePassesUnlessItDidNotSeeEverything() {
    Waivers all = waivers(waiver("*"));

    assertThat(all.applyTo(result(List.of(), judged("a", ERROR)), INFO).status())
        .isEqualTo(Status.PASS);
    assertThat(all.applyTo(result(List.of(), judged("a", ERROR)), INFO).severity()).isEqualTo(INFO);
    RuleResult blind = all.applyTo(result(List.of(UNSEEN), judged("a", ERROR)), INFO);
    assertThat(blind.status()).isEqualTo(Status.NOT_CHECKED);
    assertThat(blind.required()).isTrue();
    assertThat(blind.unseen()).containsExactly(UNSEEN);
  }

  @Test
  void theLastDayIsTheLastOnWhichItHolds() {
    RuleResult failing = result(List.of(), judged("a", ERROR));

    assertThat(waivers(waiver("r", "*", TODAY)).applyTo(failing, ERROR).waived()).hasSize(1);
    assertThat(waivers(waiver("r", "*", TODAY.minusDays(1))).applyTo(failing, ERROR))
        .isEqualTo(failing);
  }

  @ParameterizedTest
  @CsvSource({
    "public.log,   public.log, true",
    "public.lo,    public.log, false",
    "public.logs,  public.log, false",
    "*,            public.log, true",
    "public.*,     public.log, true",
    "*.log,        public.log, true",
    "p*.*g,        public.log, true",
    "**log**,      public.log, true",
    "public.?og,   public.log, false",
    "public.LOG,   public.log, false",
    "*.l.g,        public.log, false",
    "*a*b,         public.acab, true",
    "*a*b,         public.aba, false",
    "public.a*c,   public.a*c, true",
    "public.*c,    public.*ac, true",
    "database,     public.log, false",
  })
  void theObjectIsAPattern(String pattern, String path, boolean matches) {
    RuleResult failing = result(List.of(), judged(path.substring("public.".length()), ERROR));

    assertThat(waivers(waiver(pattern)).applyTo(failing, ERROR).waived().isEmpty())
        .isEqualTo(!matches);
  }

  @Test
  void findingsOnTheDatabaseHaveItsName() {
    Judged whole =
        new Judged(new Finding("r", ObjectRef.database(), "", "is wrong", "w", "n"), ERROR);

    assertThat(waivers(waiver("database")).applyTo(result(List.of(), whole), ERROR).waived())
        .hasSize(1);
  }

  @Test
  @Timeout(10)
  void noPatternTakesLong() {
    String name = "a".repeat(20_000);
    RuleResult failing = result(List.of(), judged(name, ERROR));

    assertThat(waivers(waiver("*a".repeat(200) + "b")).applyTo(failing, ERROR)).isEqualTo(failing);
  }

  @Test
  void everyWaiverHasAnEnd() {
    Waiver used = waiver("public.a");
    Waiver alsoUsed = waiver("*a");
    Waiver unused = waiver("public.gone");
    Waiver expired = waiver("r", "public.a", TODAY.minusDays(1));
    Waiver unknown = waiver("other", "*", TODAY);
    Waivers waivers = waivers(expired, used, alsoUsed, unused, unknown);
    RuleResult complete = waivers.applyTo(result(List.of(), judged("a", ERROR)), ERROR);
    RuleResult blind = waivers.applyTo(result(List.of(UNSEEN), judged("a", ERROR)), ERROR);

    assertThat(waivers.outcomes(List.of(complete)))
        .containsExactly(
            new Outcome(expired, State.EXPIRED),
            new Outcome(used, State.USED),
            new Outcome(alsoUsed, State.USED),
            new Outcome(unused, State.UNUSED),
            new Outcome(unknown, State.NOT_KNOWN));
    assertThat(waivers.outcomes(List.of(blind)).get(3).state()).isEqualTo(State.NOT_KNOWN);
  }
}
