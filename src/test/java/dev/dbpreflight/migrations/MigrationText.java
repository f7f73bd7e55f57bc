package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Migrations in words: one line for each, then one for each file that was not understood. */
final class MigrationText {
  private MigrationText() {}

  static String of(Migrations migrations) {
    StringBuilder text = new StringBuilder();
    text.append(migrations.tool().title()).append(" in ").append(migrations.folder()).append('\n');
    migrations.files().forEach(file -> text.append(line(file)).append('\n'));
    migrations
        .unread()
        .forEach(
            unread ->
                text.append(
                    "unread: %s:%d %s%n".formatted(unread.path(), unread.line(), unread.reason())));
    return text.toString();
  }

  private static String line(MigrationFile file) {
    List<String> words = new ArrayList<>(List.of(file.id(), word(file.kind()), file.path()));
    if (!file.name().equals(file.path())) {
      words.add("called " + file.name());
    }
    if (!file.dependsOn().isEmpty()) {
      words.add("needs " + file.dependsOn());
    }
    if (!file.labels().isEmpty()) {
      words.add("labels " + file.labels());
    }
    if (!file.transactional()) {
      words.add("no transaction");
    }
    words.add("down " + word(file.wayDown()));
    words.addAll(file.checksums());
    return String.join(" | ", words);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
