package dev.dbpreflight.checks;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises passwords that stand in a file instead of in the environment. It looks at the literal
 * part only, so a variable is never one; its default is.
 */
final class LiteralSecrets {
  static final String WHAT = "a password stands in the file";
  static final String NEXT = "put it into an environment variable and write ${NAME} instead";

  /** Stands for a value that must not be shown. */
  static final String HIDDEN = "…";

  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?is).*[?&;](?:password|passwd|pwd|pass|secret|[a-z_-]*token|api[_-]?key|access[_-]?key"
              + "|client[_-]?secret|sig|signature)=[^&;#\\s].*");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(?:password|passwd|passphrase|secret|token|credential|authorization|cookie"
              + "|(?:api|access|private|auth|subscription|functions)-?key).*|pwd|pass|auth|x-auth");

  /** What may stand in a header beside the secret: "Bearer", "session=". */
  private static final Pattern BESIDE = Pattern.compile("(?i)\\s*(?:[a-z0-9_-]+ |[\\w-]+=)?\\s*;?");

  private LiteralSecrets() {}

  /** Whether a value holds a URL with a literal password. */
  static boolean isUrlWithSecret(String written) {
    if (!written.contains("://")) {
      return false;
    }
    String literal = Variables.literalPart(written);
    for (int at = literal.indexOf("://"); at >= 0; at = literal.indexOf("://", at + 3)) {
      if (beginsWithPassword(literal, at + 3)) {
        return true;
      }
    }
    return SECRET_PARAMETER.matcher(literal).matches();
  }

  private static boolean beginsWithPassword(String text, int from) {
    int end = from;
    while (end < text.length() && "/?#\"' \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(from, end);
    // The last @ ends the user: a password may hold others.
    int at = authority.lastIndexOf('@');
    int colon = authority.indexOf(':');
    return colon >= 0 && colon + 1 < at;
  }

  /** Whether a key or the name of a header is one that secrets have. */
  static boolean isSecretName(String name) {
    return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT).replace('_', '-')).matches();
  }

  /** Whether the value of a header holds more than variables and the word in front of them. */
  static boolean isLiteral(String headerValue) {
    return !BESIDE.matcher(Variables.literalPart(headerValue)).matches()
        || !headerValue.contains("${");
  }
}
