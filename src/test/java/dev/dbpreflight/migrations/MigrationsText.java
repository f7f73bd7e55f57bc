package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Scope;
import dev.dbpreflight.history.Migrations;
import java.util.Locale;

/** What was read from a folder, as text for people to compare. */
final class MigrationsText {
  private MigrationsText() {}

  static String of(Migrations migrations) {
    StringBuilder text = new StringBuilder();
    text.append(migrations.tool().title()).append(" in ").append(migrations.folder()).append("\n");
    migrations.files().forEach(file -> append(text, file));
    migrations
        .unread()
        .forEach(
            unread ->
                text.append(
                    "unread %s:%d %s%n".formatted(unread.path(), unread.line(), unread.reason())));
    return text.toString();
  }

  private static void append(StringBuilder text, MigrationFile file) {
    text.append(file.id()).append("\n  ");
    text.append(file.path()).append(":").append(file.line());
    if (!file.name().equals(file.path())) {
      text.append(" name ").append(file.name());
    }
    text.append(", ").append(word(file.kind()));
    text.append(file.transactional() ? ", transactional" : ", not transactional");
    text.append(", way down ").append(word(file.wayDown()));
    if (!file.scope().equals(Scope.ALWAYS)) {
      text.append(", on ").append(file.scope().engines().stream().sorted().toList());
      text.append(file.scope().chosen() ? " if chosen" : "");
    }
    text.append("\n");
    if (!file.dependsOn().isEmpty()) {
      text.append("  needs ").append(file.dependsOn()).append("\n");
    }
    file.labels().forEach(label -> text.append("  also ").append(label).append("\n"));
    file.checksums().forEach(checksum -> text.append("  checksum ").append(checksum).append("\n"));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
