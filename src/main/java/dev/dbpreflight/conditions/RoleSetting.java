package dev.dbpreflight.conditions;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting of the server as a role's session begins with it.
 *
 * @param value as it was written: "5s", "5000"
 */
public record RoleSetting(String name, String value, Source source) {
  private static final Pattern TIME =
      Pattern.compile("\\s*([-+]?[\\d.]+)\\s*(us|ms|s|min|h|d|)\\s*");
  private static final Map<String, Long> NANOS =
      Map.of(
          "us", 1_000L,
          "ms", 1_000_000L,
          "", 1_000_000L,
          "s", 1_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  /** Where a value comes from; the first one that has any counts. */
  public enum Source {
    /** {@code ALTER ROLE … IN DATABASE … SET}. */
    ROLE_IN_DATABASE("the role in this database"),
    /** {@code ALTER ROLE … SET}. */
    ROLE("the role"),
    /** {@code ALTER DATABASE … SET}. */
    DATABASE("the database"),
    /** {@code ALTER ROLE ALL SET}. */
    ALL_ROLES("all roles"),
    /** The server's configuration, or its default. */
    SERVER("the whole server"),
    /** The options of this very connection, as the URL or the environment has them. */
    CONNECTION("this connection, by its options");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** After "it is set for". */
    public String words() {
      return words;
    }
  }

  /** As time; zero for "no limit". Empty where it is not a time. Without a unit: milliseconds. */
  public Optional<Duration> time() {
    Matcher matcher = TIME.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      BigDecimal nanos =
          new BigDecimal(matcher.group(1))
              .multiply(BigDecimal.valueOf(NANOS.get(matcher.group(2))));
      return Optional.of(Duration.ofNanos(nanos.longValue()));
    } catch (NumberFormatException odd) {
      return Optional.empty();
    }
  }

  /** As the server reads a boolean, which takes beginnings of words, too. */
  public boolean isOn() {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("on")
        || word.equals("1")
        || (!word.isEmpty() && ("true".startsWith(word) || "yes".startsWith(word)));
  }
}
