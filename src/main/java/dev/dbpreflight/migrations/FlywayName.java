package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a file tells Flyway.
 *
 * @param version as written; empty for a repeatable one
 * @param number the parts of the version; none for a repeatable one
 * @param description with blanks for "_"
 * @param isUndo it takes the migration of that version back
 * @param isCode it is not SQL, so that only its name is known
 */
record FlywayName(
    String path,
    String version,
    List<BigInteger> number,
    String description,
    Kind kind,
    boolean isUndo,
    boolean isCode) {
  private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");
  private static final Pattern DOTS = Pattern.compile("[._]");
  private static final List<String> CODE = List.of(".java", ".kt", ".groovy", ".scala");

  /** What a file is called, if Flyway would take it for a migration. */
  static Optional<FlywayName> of(String path, FlywaySettings settings) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> code = CODE.stream().filter(name::endsWith).findFirst();
    Optional<String> suffix = code.isPresent() ? code : suffix(name, settings);
    if (suffix.isEmpty()) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - suffix.get().length());
    // The longest prefix wins, as it does for Flyway.
    return List.of(
            settings.versioned(), settings.repeatable(), settings.undo(), settings.baseline())
        .stream()
        .filter(prefix -> !prefix.isEmpty() && stem.startsWith(prefix))
        .max((one, other) -> Integer.compare(one.length(), other.length()))
        .flatMap(prefix -> of(path, stem, prefix, settings))
        .map(found -> code.isPresent() ? found.inCode() : found);
  }

  private static Optional<FlywayName> of(
      String path, String stem, String prefix, FlywaySettings settings) {
    String rest = stem.substring(prefix.length());
    int end = rest.indexOf(settings.separator());
    String version = end < 0 ? rest : rest.substring(0, end);
    String description =
        end < 0 ? "" : rest.substring(end + settings.separator().length()).replace('_', ' ');
    boolean repeatable = prefix.equals(settings.repeatable());
    // A description may be missing; a repeatable migration without one has no name at all.
    boolean valid =
        repeatable
            ? version.isEmpty() && !description.isEmpty()
            : VERSION.matcher(version).matches();
    if (!valid) {
      return Optional.empty();
    }
    Kind kind =
        repeatable
            ? Kind.REPEATABLE
            : prefix.equals(settings.baseline()) ? Kind.BASELINE : Kind.VERSIONED;
    boolean undo = prefix.equals(settings.undo());
    return Optional.of(
        new FlywayName(path, version, number(version), description, kind, undo, false));
  }

  /** Why Flyway passes a file by that looks as if it was meant as a migration. */
  static Optional<String> mistake(String path, FlywaySettings settings) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean meant =
        suffix(name, settings).isPresent()
            && (name.matches("[VvUuBb][\\d._].*|[Rr]_.*")
                || name.startsWith(settings.repeatable() + settings.separator()));
    return meant
        ? Optional.of(
            "is not named "
                + settings.versioned()
                + "<version>"
                + settings.separator()
                + "<description>"
                + settings.suffixes().getFirst()
                + ", so Flyway passes it by")
        : Optional.empty();
  }

  private static Optional<String> suffix(String name, FlywaySettings settings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return settings.suffixes().stream()
        .filter(suffix -> lower.endsWith(suffix.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private FlywayName inCode() {
    return new FlywayName(path, version, number, description, kind, isUndo, true);
  }

  private static List<BigInteger> number(String version) {
    return DOTS.splitAsStream(version)
        .filter(part -> !part.isEmpty())
        .map(BigInteger::new)
        .toList();
  }

  /** Part by part, where a part that is missing is zero. */
  static int compareNumbers(List<BigInteger> one, List<BigInteger> other) {
    for (int part = 0; part < Math.max(one.size(), other.size()); part++) {
      int order = part(one, part).compareTo(part(other, part));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<BigInteger> number, int part) {
    return part < number.size() ? number.get(part) : BigInteger.ZERO;
  }
}
