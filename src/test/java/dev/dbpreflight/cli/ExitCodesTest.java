package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.Risk;
import dev.dbpreflight.rules.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are frozen: pipelines depend on them. */
class ExitCodesTest {

  @ParameterizedTest
  @CsvSource({
    "PASS, 0",
    "FINDINGS, 1",
    "USAGE, 2",
    "INCONCLUSIVE, 3",
    "DEFECT, 70",
    "INTERRUPTED, 130"
  })
  void numbers(ExitCode code, int number) {
    assertThat(code.code()).isEqualTo(number);
    assertThat(ExitCode.of(number)).isEqualTo(code);
  }

  @Test
  void theGraverOneWins() {
    List<ExitCode> gravestFirst =
        List.of(
            ExitCode.INTERRUPTED,
            ExitCode.DEFECT,
            ExitCode.USAGE,
            ExitCode.FINDINGS,
            ExitCode.INCONCLUSIVE,
            ExitCode.PASS);
    assertThat(gravestFirst).containsExactlyInAnyOrder(ExitCode.values());
    for (int graver = 0; graver < gravestFirst.size(); graver++) {
      for (int other = graver; other < gravestFirst.size(); other++) {
        ExitCode one = gravestFirst.get(graver);
        ExitCode two = gravestFirst.get(other);
        assertThat(one.or(two)).isEqualTo(one);
        assertThat(two.or(one)).isEqualTo(one);
      }
    }
  }

  /** {@code --expect-fail} proves that a gate can fail; it hides neither doubt nor defect. */
  @ParameterizedTest
  @CsvSource({
    "PASS,         false, 0",
    "PASS,         true,  1",
    "FAIL,         false, 1",
    "FAIL,         true,  0",
    "INCONCLUSIVE, false, 3",
    "INCONCLUSIVE, true,  3",
  })
  void ofJudgements(Verdict verdict, boolean expectFail, int code) {
    assertThat(exitCode(verdict, expectFail)).isEqualTo(code);
    assertThat(exitCode(verdict, expectFail, "rule x failed")).isEqualTo(70);
  }

  private static int exitCode(Verdict verdict, boolean expectFail, String... defects) {
    Judgement judgement = new Judgement(verdict, Risk.LOW, List.of(), List.of(defects));
    return CheckCommand.exitCode(judgement, expectFail).code();
  }
}
