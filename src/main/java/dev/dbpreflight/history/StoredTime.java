package dev.dbpreflight.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a tool has written it down: text as both engines print it, or seconds or milliseconds
 * since 1970.
 *
 * @param zoned it is certain which instant is meant; otherwise it was taken for one in UTC
 */
record StoredTime(Instant at, boolean zoned) {
  private static final Pattern SINCE_1970 = Pattern.compile("\\d{9,15}");
  private static final int DIGITS_OF_SECONDS = 11;
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?");

  /** Zones differ by up to 26 hours: below this an age in an unknown one says nothing. */
  private static final Duration DOUBT = Duration.ofDays(2);

  static Optional<StoredTime> parse(String text) {
    if (SINCE_1970.matcher(text).matches()) {
      long number = Long.parseLong(text);
      boolean seconds = text.length() <= DIGITS_OF_SECONDS;
      return Optional.of(
          new StoredTime(
              seconds ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number), true));
    }
    Matcher parts = TEXT.matcher(text);
    return parts.matches() ? ofParts(parts) : Optional.empty();
  }

  private static Optional<StoredTime> ofParts(Matcher parts) {
    String zone = parts.group(3);
    try {
      LocalDateTime local = LocalDateTime.parse(parts.group(1) + "T" + parts.group(2));
      ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
      return Optional.of(new StoredTime(local.toInstant(offset), zone != null));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same time, where it is known that the tool writes UTC. */
  StoredTime inUtc() {
    return new StoredTime(at, true);
  }

  /** How long ago it was; empty where the unknown zone could make all of it. */
  Optional<Duration> age(Instant now) {
    Duration age = Duration.between(at, now);
    if (!zoned && age.compareTo(DOUBT) < 0) {
      return Optional.empty();
    }
    return Optional.of(age.isNegative() ? Duration.ZERO : age);
  }
}
