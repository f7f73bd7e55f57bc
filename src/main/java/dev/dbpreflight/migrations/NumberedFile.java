package dev.dbpreflight.migrations;

import static java.util.Comparator.comparing;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file whose name begins with a number.
 *
 * @param digits of the number, as written
 * @param rest of the name, after what stands between it and the number
 */
record NumberedFile(String path, String digits, String rest) {

  /** By the number, whatever zeros stand in front of it. */
  static final Comparator<NumberedFile> BY_NUMBER =
      comparing((NumberedFile file) -> new BigInteger(file.digits()))
          .thenComparing(NumberedFile::path);

  /**
   * The files that a pattern takes whole, in the order of their names.
   *
   * @param name its first group is the number, its second one the rest
   */
  static List<NumberedFile> in(List<String> paths, Pattern name) {
    return paths.stream().flatMap(path -> of(path, name).stream()).toList();
  }

  private static Optional<NumberedFile> of(String path, Pattern name) {
    Matcher matcher = name.matcher(path);
    return matcher.matches()
        ? Optional.of(new NumberedFile(path, matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  String id(MigrationTool tool) {
    return MigrationId.of(tool, digits);
  }

  MigrationFile migration(MigrationTool tool) {
    return MigrationFile.versioned(id(tool), path);
  }
}
