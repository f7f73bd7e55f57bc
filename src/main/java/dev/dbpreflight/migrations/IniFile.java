package dev.dbpreflight.migrations;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file as Python's ConfigParser reads it. */
final class IniFile {
  private static final Pattern SECTION = Pattern.compile("\\[(.+)\\].*");
  private static final Pattern OPTION = Pattern.compile("(.*?)\\s*[=:]\\s*(.*)");
  private static final Pattern REFERENCE = Pattern.compile("%(?:%|\\(([^)]+)\\)s)");

  /** ConfigParser gives up behind the same number. */
  private static final int DEPTH = 10;

  private final Map<String, Map<String, String>> sections = new HashMap<>();

  IniFile(String text) {
    Map<String, String> section = new HashMap<>();
    String option = "";
    int indent = 0;
    for (String line : text.split("\r\n|\r|\n")) {
      String content = line.strip();
      boolean comment = content.startsWith("#") || content.startsWith(";");
      int column = line.length() - line.stripLeading().length();
      if (content.isEmpty() || comment) {
        continue;
      }
      Matcher head = SECTION.matcher(content);
      Matcher assignment = OPTION.matcher(content);
      if (column > indent && !option.isEmpty()) {
        section.merge(option, content, (before, more) -> before + "\n" + more);
      } else if (head.matches()) {
        section = sections.computeIfAbsent(head.group(1), name -> new HashMap<>());
        option = "";
        indent = column;
      } else if (assignment.matches()) {
        option = assignment.group(1).strip().toLowerCase(Locale.ROOT);
        indent = column;
        section.put(option, assignment.group(2));
      }
    }
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  /**
   * An option with its references to others put in.
   *
   * @param here what "%(here)s" stands for
   */
  Optional<String> get(String section, String option, String here) {
    return raw(section, option).map(value -> expanded(section, value, here, 0).strip());
  }

  private Optional<String> raw(String section, String option) {
    String value = sections.getOrDefault(section, Map.of()).get(option);
    return Optional.ofNullable(
        value != null ? value : sections.getOrDefault("DEFAULT", Map.of()).get(option));
  }

  private String expanded(String section, String value, String here, int depth) {
    if (depth > DEPTH) {
      return value;
    }
    return REFERENCE
        .matcher(value)
        .replaceAll(
            match -> {
              String name = match.group(1);
              String with =
                  name == null
                      ? "%"
                      : name.equals("here")
                          ? here
                          : raw(section, name.toLowerCase(Locale.ROOT))
                              .map(other -> expanded(section, other, here, depth + 1))
                              .orElse(match.group());
              return Matcher.quoteReplacement(with);
            });
  }
}
