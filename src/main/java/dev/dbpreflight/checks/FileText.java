package dev.dbpreflight.checks;

/**
 * A text of a check file in which environment variables may have been filled in. The values of
 * variables may be secret, so only the written form is ever shown.
 *
 * @param value with the variables' values: to be used, never to be printed
 * @param written as the file has it: "Bearer ${TOKEN}"
 */
public record FileText(String value, String written) {

  /** A text without variables. */
  public static FileText of(String text) {
    return new FileText(text, text);
  }

  /** The written form. */
  @Override
  public String toString() {
    return written;
  }
}
