package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places that a tool's configuration names, where they are written out in it. */
final class ScriptSettings {
  private ScriptSettings() {}

  /**
   * @param files the configuration's usual names; the first that there is counts
   * @param key the setting that holds a folder or a pattern of files
   * @param usual where to look if nothing is configured
   */
  static List<String> places(
      SourceFolder project, List<String> files, String key, List<String> usual) {
    Set<String> places = new LinkedHashSet<>();
    files.stream()
        .filter(project::has)
        .findFirst()
        .ifPresent(file -> code(project, file).ifPresent(code -> collect(code, file, key, places)));
    places.addAll(usual);
    return List.copyOf(places);
  }

  private static Optional<Code> code(SourceFolder project, String file) {
    try {
      Optional<String> text = project.text(file);
      return text.isPresent() ? Optional.of(ScriptTokens.of(text.get())) : Optional.empty();
    } catch (CodeFault broken) {
      // The configuration is no migration; the usual places are left.
      return Optional.empty();
    }
  }

  private static void collect(Code code, String file, String key, Set<String> places) {
    for (int place = 0; place + 2 < code.size(); place++) {
      if (code.at(place).text().equals(key) && code.is(place + 1, ":")) {
        int end = Math.min(code.find(",", place + 2, code.size()), endOfBlock(code, place + 2));
        List<String> strings = new ArrayList<>();
        for (int at = place + 2; at < end; at++) {
          if (code.isString(at)) {
            strings.add(code.at(at).text());
          }
        }
        boolean several = code.is(place + 2, "[");
        List<String> found = several ? strings : List.of(String.join("/", strings));
        found.forEach(one -> places.add(folder(one, file)));
      }
    }
    places.remove("");
  }

  private static int endOfBlock(Code code, int from) {
    int place = from;
    while (place < code.size() && code.partner(place) != place && !closes(code, place)) {
      place = code.behind(place);
    }
    return place;
  }

  private static boolean closes(Code code, int place) {
    return code.is(place, "}") || code.is(place, "]") || code.is(place, ")");
  }

  /** The folder that a path or a pattern begins with, from the project. */
  private static String folder(String pattern, String file) {
    String path = pattern.replace('\\', '/');
    int star = path.indexOf('*');
    if (star >= 0) {
      path = path.substring(0, path.lastIndexOf('/', star) + 1);
    }
    boolean fromFile = path.startsWith("/") || path.startsWith("../");
    String above = fromFile && file.contains("/") ? file.replaceFirst("/[^/]*$", "/") : "";
    return (above + path.replaceFirst("^(\\./|/)+", "")).replaceFirst("/+$", "");
  }
}
