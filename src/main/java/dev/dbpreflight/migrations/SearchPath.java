package dev.dbpreflight.migrations;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where Liquibase searches a project's changelogs, which decides under which paths it records
 * them: what its configuration says, else the root of a class path, else the folder from which the
 * root changelog's own includes can be found, else the changelog's folder.
 */
final class SearchPath {
  private static final Pattern SETTING =
      Pattern.compile("(?mi)^\\s*(?:liquibase\\.command\\.)?change-?log-?file\\s*[:=]\\s*(\\S+)");

  private static final Pattern INCLUDE =
      Pattern.compile("\\b(?:file|path)[\"']?\\s*[=:]\\s*[\"']?([^\"'\\s,}>]+)");

  private static final String PROPERTIES = "liquibase.properties";
  private static final int LEVELS = 8;

  private SearchPath() {}

  /**
   * @param root the changelog that includes the others, by its name in the folder
   */
  static ChangelogFiles of(SourceFolder folder, String root) {
    String place = folder.wholePath();
    String below =
        configured(folder, place, root)
            .or(() -> classPath(place))
            .or(() -> fromIncludes(folder, place, root))
            .orElse("");
    return new ChangelogFiles(folder, below);
  }

  /** The folder of the changelog that a project's configuration names, from the project. */
  static Optional<String> configuredFolder(SourceFolder project) {
    return setting(project, PROPERTIES)
        .map(SearchPath::folderOf)
        .filter(folder -> !folder.isEmpty());
  }

  private static Optional<String> setting(SourceFolder folder, String file) {
    if (!folder.has(file)) {
      return Optional.empty();
    }
    // Its own fault is none of the migrations': it is looked at apart.
    String text = folder.afresh().text(file).orElse("");
    Matcher setting = SETTING.matcher(text);
    return setting.find() ? Optional.of(ChangelogPath.normal(setting.group(1))) : Optional.empty();
  }

  /** As liquibase.properties beside or above the folder names the root changelog. */
  private static Optional<String> configured(SourceFolder folder, String place, String root) {
    String full = place + "/" + root;
    for (int level = 0; level < LEVELS; level++) {
      Optional<String> named = setting(folder, "../".repeat(level) + PROPERTIES);
      if (named.isPresent()) {
        return named.filter(path -> full.endsWith("/" + path)).map(SearchPath::folderOf);
      }
    }
    return Optional.empty();
  }

  /** What a build tool puts on the class path is searched from there. */
  private static Optional<String> classPath(String place) {
    int resources = (place + "/").lastIndexOf("/resources/");
    if (resources >= 0) {
      return Optional.of(
          (place + "/").substring(resources + "/resources/".length()).replaceFirst("/+$", ""));
    }
    return Optional.empty();
  }

  private static Optional<String> fromIncludes(SourceFolder folder, String place, String root) {
    Matcher include = INCLUDE.matcher(folder.afresh().text(root).orElse(""));
    while (include.find()) {
      String named = ChangelogPath.normal(include.group(1));
      for (int level = 0; level < LEVELS && named.contains("/"); level++) {
        if (folder.has("../".repeat(level) + named)) {
          return Optional.of(last(place, level));
        }
      }
    }
    boolean usual = place.endsWith("/db/changelog");
    return usual ? Optional.of("db/changelog") : Optional.empty();
  }

  private static String folderOf(String file) {
    return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
  }

  /** The last parts of a path. */
  private static String last(String place, int parts) {
    int from = place.length();
    for (int i = 0; i < parts; i++) {
      from = place.lastIndexOf('/', from - 1);
    }
    return parts == 0 || from < 0 ? "" : place.substring(from + 1);
  }
}
