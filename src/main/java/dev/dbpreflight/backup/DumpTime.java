package dev.dbpreflight.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the moments that {@code pg_dump} writes down: the clock on the wall of the machine that it
 * ran on. Archives do not tell the time zone, scripts abbreviate it.
 */
final class DumpTime {
  private static final Set<String> UTC = Set.of("UTC", "GMT", "Z", "UCT");
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(?: (\\S+))?");

  private DumpTime() {}

  static Optional<Instant> parse(String text, ZoneId zone) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime clock = LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2));
      boolean utc = matcher.group(3) != null && UTC.contains(matcher.group(3));
      return Optional.of(clock.atZone(utc ? ZoneOffset.UTC : zone).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /**
   * As the C library has it.
   *
   * @param month from 0
   * @param year since 1900
   */
  static Optional<Instant> of(
      int second, int minute, int hour, int day, int month, int year, ZoneId zone) {
    try {
      return Optional.of(
          LocalDateTime.of(year + 1900, month + 1, day, hour, minute, Math.min(second, 59))
              .atZone(zone)
              .toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
