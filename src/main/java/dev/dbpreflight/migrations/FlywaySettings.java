package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a project's configuration says about the files of Flyway, with Flyway's own defaults.
 *
 * @param locations folders, from the project's; empty where nothing names them
 */
record FlywaySettings(
    List<String> locations,
    Charset encoding,
    String versioned,
    String repeatable,
    String undo,
    String baseline,
    String separator,
    List<String> suffixes) {

  /** Files that may hold them, the one that wins first. */
  static final List<String> FILES =
      List.of(
          "flyway.toml",
          "flyway.conf",
          "conf/flyway.toml",
          "conf/flyway.conf",
          "src/main/resources/application.properties");

  private static final String CLASS_PATH = "classpath:";

  static FlywaySettings of(SourceFolder project) {
    String text = "";
    for (String file : FILES) {
      String content = project.glance(file);
      if (content.contains("flyway")) {
        text = content;
        break;
      }
    }
    return new FlywaySettings(
        value(text, "locations").map(FlywaySettings::folders).orElse(List.of()),
        value(text, "encoding").flatMap(FlywaySettings::charset).orElse(UTF_8),
        value(text, "sqlMigrationPrefix").orElse("V"),
        value(text, "repeatableSqlMigrationPrefix").orElse("R"),
        value(text, "undoSqlMigrationPrefix").orElse("U"),
        value(text, "baselineMigrationPrefix").orElse("B"),
        value(text, "sqlMigrationSeparator").orElse("__"),
        value(text, "sqlMigrationSuffixes").map(FlywaySettings::list).orElse(List.of(".sql")));
  }

  /** The nearest folder with a configuration decides; where there is none, the defaults hold. */
  static FlywaySettings near(SourceFolder folder) {
    return project(folder).map(FlywaySettings::of).orElseGet(() -> of(folder));
  }

  static Optional<SourceFolder> project(SourceFolder folder) {
    return FILES.stream().flatMap(file -> folder.nearest(file).stream()).findFirst();
  }

  /** TOML and properties write a value alike: {@code flyway.encoding = "UTF-8"}, spring's also. */
  private static Optional<String> value(String text, String key) {
    String dashed = key.replaceAll("([A-Z])", "-$1");
    Matcher line =
        Pattern.compile(
                "(?im)^[ \\t]*(?:spring\\.)?(?:flyway\\.)?(?:"
                    + key
                    + "|"
                    + dashed
                    + ")[ \\t]*[=:][ \\t]*(\\[[^\\]]*\\]|[^\\r\\n]*)")
            .matcher(text);
    return line.find() ? Optional.of(unquoted(line.group(1))) : Optional.empty();
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    return bare.matches("\"[^\"]*\".*|'[^']*'.*") ? bare.substring(1).split("[\"']", 2)[0] : bare;
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.replaceAll("[\\[\\]\"'\\s]", "").split(","))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private static List<String> folders(String value) {
    return list(value).stream()
        .map(location -> location.replaceFirst("^filesystem:", ""))
        .flatMap(
            location ->
                location.startsWith(CLASS_PATH)
                    ? onClassPath(location.substring(CLASS_PATH.length())).stream()
                    : List.of(location).stream())
        // Places in a cloud, wildcards and absolute paths are not the project's folders.
        .filter(location -> !location.contains(":") && !location.contains("*"))
        .filter(location -> !location.startsWith("/") && !location.contains("${"))
        .toList();
  }

  private static List<String> onClassPath(String location) {
    String path = location.replaceFirst("^/", "");
    return List.of("src/main/resources/" + path, path);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
