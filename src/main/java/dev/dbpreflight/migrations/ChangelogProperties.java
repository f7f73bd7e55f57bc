package dev.dbpreflight.migrations;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a changelog's {@code ${names}} stand for, as far as its own files say. */
final class ChangelogProperties {
  private static final Pattern NAME = Pattern.compile("\\$\\{\\s*([^${}]+?)\\s*}");

  private final Map<String, String> values = new HashMap<>();

  /** The first value counts; one that depends on the database or on a choice is not known. */
  void define(ChangelogNode property) {
    boolean depends =
        property.children().stream()
            .anyMatch(
                child ->
                    switch (child.name()) {
                      case "dbms", "context", "contextFilter", "labels" -> true;
                      default -> false;
                    });
    if (!depends && property.child("value").isPresent()) {
      values.putIfAbsent(property.value("name"), property.value("value"));
    }
  }

  /** A text with what is known put in. */
  String expand(String text) {
    if (!text.contains("${")) {
      return text;
    }
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** Whether a text, expanded, still holds a name that the command line may give a value. */
  static boolean open(String expanded) {
    return expanded.contains("${");
  }
}
