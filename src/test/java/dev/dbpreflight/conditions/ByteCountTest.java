package dev.dbpreflight.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1 kB",
    "1024, 1.02 kB",
    "999499, 999 kB",
    "999999, 1 MB",
    "18250000, 18.3 MB",
    "500000000, 500 MB",
    "1250000000, 1.25 GB",
    "2000000000000, 2 TB",
    "9223372036854775807, 9.22 EB"
  })
  void threeDigitsAreEnough(long bytes, String shown) {
    assertThat(new ByteCount(bytes)).hasToString(shown);
  }
}
