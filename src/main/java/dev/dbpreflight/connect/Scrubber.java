package dev.dbpreflight.connect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets out of texts that drivers and servers wrote. */
final class Scrubber {
  /** Replacing every "e" would spoil the text and tell the secret; a whole word is enough then. */
  private static final int SHORT = 3;

  private final List<Pattern> secrets;

  private Scrubber(List<Pattern> secrets) {
    this.secrets = secrets;
  }

  static Scrubber of(Stream<Secret> secrets) {
    return new Scrubber(
        secrets
            .map(Secret::reveal)
            .filter(text -> !text.isEmpty())
            .flatMap(text -> Stream.of(text, PercentCoding.encodeStrictly(text)))
            .distinct()
            .map(Scrubber::pattern)
            .toList());
  }

  private static Pattern pattern(String secret) {
    String quoted = Pattern.quote(secret);
    return Pattern.compile(secret.length() < SHORT ? "(?<!\\w)" + quoted + "(?!\\w)" : quoted);
  }

  String clean(String text) {
    String result = text == null ? "" : text;
    for (Pattern secret : secrets) {
      result = secret.matcher(result).replaceAll(Secret.MASK.replace("$", "\\$"));
    }
    return result;
  }

  /** The exception itself if no text in it holds a secret, else a copy without. */
  Throwable clean(Throwable thrown) {
    if (thrown == null || isClean(thrown)) {
      return thrown;
    }
    Throwable cause = thrown.getCause() == thrown ? null : thrown.getCause();
    Exception copy = new Exception(clean(thrown.toString()), clean(cause));
    copy.setStackTrace(thrown.getStackTrace());
    return copy;
  }

  private boolean isClean(Throwable thrown) {
    String text = thrown.toString();
    return clean(text).equals(text)
        && (thrown.getCause() == null || isClean(thrown.getCause()))
        && Stream.of(thrown.getSuppressed()).allMatch(this::isClean);
  }
}
