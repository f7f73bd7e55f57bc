package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.Expectation.SqlAnswers;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @TempDir private Path folder;

  private Comparison comparison(String written) {
    CheckFile file =
        WrittenFile.read(
            folder, "checks:\n  a:\n    sql:\n      query: q\n      expect: " + written);
    return ((SqlAnswers) file.checks().get(0).expectations().get(0)).expect();
  }

  private static Value actual(String typed) {
    String text = typed.substring(typed.indexOf(':') + 1);
    return switch (typed.substring(0, typed.indexOf(':'))) {
      case "number" -> Value.of(new BigDecimal(text));
      case "truth" -> Value.of(Boolean.parseBoolean(text));
      case "null" -> Value.none();
      default -> Value.of(text);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "10              | number:10.00 | number:11 text:10 null: truth:true | 10",
        "1e1             | number:10          | number:1                           | 10",
        "-0.50           | number:-0.5        | number:0.5                         | -0.5",
        "\"10\"          | text:10            | number:10                          | \"10\"",
        "\"1.4.0\"       | text:1.4.0         | text:1.4                           | \"1.4.0\"",
        "1.4.0           | text:1.4.0         | number:1.4                         | \"1.4.0\"",
        "true            | truth:true number:1 | truth:false number:0 text:true    | true",
        "\"true\"        | text:true          | truth:true                         | \"true\"",
        "null            | null:              | text:null number:0                 | null",
        "~               | null:              | text:~                             | null",
        "\"\"            | text:              | null:                              | \"\"",
        "\">= 5\"        | number:5 number:5.1 | number:4.99 text:9 null:          | at least 5",
        "\"> 5\"         | number:6           | number:5                           | more than 5",
        "< 10            | number:9.9         | number:10                          | less than 10",
        "<=10            | number:10          | number:10.1                        | at most 10",
        "= 10            | number:10          | text:10                            | 10",
        "\"!= 10\"       | number:9 null: text:10 | number:10.0                    | not 10",
        "{not: null}     | number:0 text:     | null:                              | not null",
        "{equal: \">=5\"} | text:>=5          | number:5 text:5                    | \">=5\"",
        "{between: [1, 5]} | number:1 number:5 number:2.5 | number:0.9 number:5.1 text:3 | between"
            + " 1 and 5",
        "{in: [a, 1, null]} | text:a number:1.0 null: | text:1 text:b              | one of \"a\","
            + " 1, null",
      })
  void holdsForSomeValuesAndNotForOthers(String written, String yes, String no, String words) {
    Comparison comparison = comparison(written);

    assertThat(comparison).hasToString(words);
    for (String value : no.split(" ")) {
      assertThat(comparison.holds(actual(value))).as("%s for %s", written, value).isFalse();
    }
    for (String value : yes.split(" ")) {
      assertThat(comparison.holds(actual(value))).as("%s for %s", written, value).isTrue();
    }
  }

  @Test
  void hugeNumbersAreShownShort() {
    assertThat(comparison("1e9999").toString()).isEqualTo("1E+9999");
    assertThat(comparison("1000000000000000000000").toString()).isEqualTo("1000000000000000000000");
  }
}
