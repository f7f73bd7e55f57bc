package dev.dbpreflight.introspect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Options of foreign-data wrappers, servers and tables, "name=value". What may be a secret keeps
 * its name and loses its value: a wrapper can call its options anything, so the value is looked at
 * as well.
 */
final class SecretOptions {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass|pwd|secret|token|credential|private|auth|api_?key|access_?key|account_?key"
              + "|encryption|sslkey|service_?account|aws_|signature|jwt|bearer|cookie");

  /** A password inside of a URL or of a connection string. */
  private static final Pattern SECRET_VALUE =
      Pattern.compile("://[^/\\s]*:[^/\\s]*@|(password|passwd|pwd|secret|token|key)\\s*[=:]");

  private SecretOptions() {}

  static List<String> hide(List<String> options) {
    return options.stream().map(SecretOptions::hide).toList();
  }

  private static String hide(String option) {
    int end = option.indexOf('=');
    if (end < 0) {
      return option;
    }
    String name = option.substring(0, end);
    String value = option.substring(end + 1);
    boolean secret =
        SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find()
            || SECRET_VALUE.matcher(value.toLowerCase(Locale.ROOT)).find();
    return secret ? name : option;
  }
}
