package dev.dbpreflight.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1767225600, 2026-01-01T00:00:00Z, true",
    "1767225600123, 2026-01-01T00:00:00.123Z, true",
    "2026-01-01 00:00:00+00, 2026-01-01T00:00:00Z, true",
    "2026-01-01 05:30:00.5+05:30, 2026-01-01T00:00:00.5Z, true",
    "2026-01-01T00:00:00.123Z, 2026-01-01T00:00:00.123Z, true",
    "2026-01-01 00:00:00.0000000+00:00, 2026-01-01T00:00:00Z, true",
    "2026-01-01 00:00:00.123456, 2026-01-01T00:00:00.123456Z, false",
    "2026-01-01 00:00, 2026-01-01T00:00:00Z, false"
  })
  void readsWhatToolsAndEnginesWrite(String text, Instant at, boolean zoned) {
    assertThat(StoredTime.parse(text)).contains(new StoredTime(at, zoned));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-01-01", "2026-13-41 00:00:00", "12", "infinity"})
  void knowsNoTimeInOtherTexts(String text) {
    assertThat(StoredTime.parse(text)).isEmpty();
  }

  @Test
  void anAgeIsLeftOutWhereTheZoneCouldMakeAllOfIt() {
    Instant hoursAgo = NOW.minus(Duration.ofHours(5));
    Instant daysAgo = NOW.minus(Duration.ofDays(5));

    assertThat(new StoredTime(hoursAgo, false).age(NOW)).isEmpty();
    assertThat(new StoredTime(hoursAgo, false).inUtc().age(NOW)).contains(Duration.ofHours(5));
    assertThat(new StoredTime(daysAgo, false).age(NOW)).contains(Duration.ofDays(5));
  }

  @Test
  void aClockThatRunsBehindMakesNoNegativeAge() {
    assertThat(new StoredTime(NOW.plusSeconds(3), true).age(NOW)).contains(Duration.ZERO);
  }
}
