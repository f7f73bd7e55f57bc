package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as what they have to be; one of another type is a mistake, and empty. */
record Typed(Mistakes mistakes) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?([kKMGTP])(i?)B");

  /** A single value that is there; an empty one from a variable counts as not said. */
  Optional<Scalar> scalar(YamlNode node, String key) {
    if (!(node instanceof Scalar scalar)) {
      return wrong(node, key, "a single value");
    }
    if (scalar.isNull()) {
      return scalar.written().contains("${") ? Optional.empty() : wrong(node, key, "a value");
    }
    return Optional.of(scalar);
  }

  Optional<Scalar> text(YamlNode node, String key) {
    return scalar(node, key)
        .flatMap(scalar -> scalar.isText() ? Optional.of(scalar) : wrong(node, key, "a text"));
  }

  /** A text, or a number as it is written. */
  Optional<Scalar> label(YamlNode node, String key) {
    return scalar(node, key)
        .flatMap(
            scalar ->
                scalar.truth().isPresent() ? wrong(node, key, "a text") : Optional.of(scalar));
  }

  Optional<Boolean> flag(YamlNode node, String key) {
    return scalar(node, key)
        .flatMap(scalar -> scalar.truth().or(() -> wrong(node, key, "true or false")));
  }

  Optional<BigDecimal> number(YamlNode node, String key) {
    return scalar(node, key)
        .flatMap(scalar -> scalar.number().or(() -> wrong(node, key, "a number")));
  }

  /** A whole number within bounds. */
  OptionalLong whole(YamlNode node, String key, long min, long max) {
    Optional<Scalar> scalar = scalar(node, key);
    if (scalar.isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<BigDecimal> number =
        scalar
            .get()
            .number()
            .filter(value -> value.compareTo(BigDecimal.valueOf(min)) >= 0)
            .filter(value -> value.compareTo(BigDecimal.valueOf(max)) <= 0)
            .filter(value -> value.stripTrailingZeros().scale() <= 0);
    if (number.isEmpty()) {
      String bounds = max == Long.MAX_VALUE ? "from " + min + " up" : "from " + min + " to " + max;
      wrong(node, key, "a whole number " + bounds);
      return OptionalLong.empty();
    }
    return OptionalLong.of(number.get().longValueExact());
  }

  /** "500ms", "5s", "2m", "1h", "1d". */
  Optional<Duration> duration(YamlNode node, String key) {
    return scalar(node, key).flatMap(scalar -> duration(scalar, key));
  }

  private Optional<Duration> duration(Scalar scalar, String key) {
    Matcher matcher = TIME.matcher(scalar.value());
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      return wrong(scalar, key, "a time such as 500ms, 5s or 2m");
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  /** "500MB", "1.5 GB": powers of 1000; "512MiB", "1GiB": of 1024. */
  OptionalLong bytes(YamlNode node, String key) {
    return scalar(node, key).map(scalar -> bytes(scalar, key)).orElse(OptionalLong.empty());
  }

  private OptionalLong bytes(Scalar scalar, String key) {
    Matcher matcher = SIZE.matcher(scalar.value());
    BigDecimal bytes = matcher.matches() ? bytes(matcher) : BigDecimal.ZERO;
    if (bytes.signum() <= 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      wrong(scalar, key, "a size such as 500MB, 1GB or 2TiB");
      return OptionalLong.empty();
    }
    return OptionalLong.of(bytes.longValue());
  }

  private static BigDecimal bytes(Matcher size) {
    int power = 1 + "KMGTP".indexOf(size.group(2).toUpperCase(Locale.ROOT));
    BigDecimal unit = BigDecimal.valueOf(size.group(3).isEmpty() ? 1000 : 1024).pow(power);
    return new BigDecimal(size.group(1)).multiply(unit);
  }

  Optional<LocalDate> date(YamlNode node, String key) {
    return scalar(node, key).flatMap(scalar -> date(scalar, key));
  }

  private Optional<LocalDate> date(Scalar scalar, String key) {
    try {
      return Optional.of(LocalDate.parse(scalar.value()));
    } catch (DateTimeParseException noDate) {
      return wrong(scalar, key, "a day such as 2027-06-30");
    }
  }

  Optional<Mapping> mapping(YamlNode node, String key) {
    return node instanceof Mapping mapping
        ? Optional.of(mapping)
        : wrong(node, key, "keys and values");
  }

  /** Texts; one may stand alone. */
  List<Scalar> list(YamlNode node, String key) {
    List<Scalar> texts = new ArrayList<>();
    List<YamlNode> items = node instanceof Items list ? list.items() : List.of(node);
    items.forEach(item -> text(item, key).ifPresent(texts::add));
    return texts;
  }

  <T> Optional<T> wrong(YamlNode node, String key, String needed) {
    mistakes.add(
        node.line(),
        "%s needs %s, and has %s".formatted(Scalar.shown(key), needed, node.noun()),
        "write " + needed);
    return Optional.empty();
  }
}
