package dev.dbpreflight.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999999, 999999",
    "1000000, 1 million",
    "1550000, 1.5 million",
    "48123456, 48 million",
    "999999999, 999 million",
    "2100000000, 2.1 billion",
    "9223372036854775807, 9223372036 billion"
  })
  void estimatesAreRoundedDown(long number, String shown) {
    assertThat(Few.about(number)).isEqualTo(shown);
  }
}
