package dev.dbpreflight.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** "500ms", "60s", "2m", "1h"; a bare number is seconds. */
class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("it is not a time such as 500ms, 60s or 2m");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2) == null ? "s" : matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofSeconds(amount);
        };
    if (duration.isZero() && !allowsZero()) {
      throw new TypeConversionException("it leaves no time for anything");
    }
    return duration;
  }

  boolean allowsZero() {
    return false;
  }

  /** For times that may be none. */
  static final class OrZero extends DurationConverter {
    @Override
    boolean allowsZero() {
      return true;
    }
  }
}
