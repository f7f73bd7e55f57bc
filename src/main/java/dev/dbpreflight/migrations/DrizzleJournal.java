package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The list of migrations that Drizzle keeps beside them, up to its 0.x. */
final class DrizzleJournal {
  private static final JsonFactory JSON = new JsonFactory();

  private DrizzleJournal() {}

  /**
   * One line of it.
   *
   * @param when it was made, in milliseconds: what Drizzle goes by
   * @param tag the name of its file without the ending
   */
  record Entry(String when, String tag) {}

  /** The entries in order; what cannot be understood is remembered by the folder. */
  static List<Entry> read(SourceFolder folder) {
    Optional<String> text = folder.text(DrizzleFiles.JOURNAL);
    List<Entry> entries = new ArrayList<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text.orElse("{}"))) {
      json.nextToken();
      for (String key = json.nextName(); key != null; key = json.nextName()) {
        if (json.nextToken() == JsonToken.START_ARRAY && key.equals("entries")) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            entry(folder, json).ifPresent(entries::add);
          }
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException misspelt) {
      int line = misspelt.getLocation() == null ? 0 : misspelt.getLocation().getLineNr();
      folder.cannotRead(DrizzleFiles.JOURNAL, line, "is not valid JSON");
    }
    return entries;
  }

  private static Optional<Entry> entry(SourceFolder folder, JsonParser json) {
    int line = json.currentTokenLocation().getLineNr();
    String when = "";
    String tag = "";
    for (String key = json.nextName(); key != null; key = json.nextName()) {
      json.nextToken();
      if (key.equals("when")) {
        when = json.getString();
      } else if (key.equals("tag")) {
        tag = json.getString();
      } else {
        json.skipChildren();
      }
    }
    if (!when.matches("\\d+") || tag.isEmpty()) {
      folder.cannotRead(DrizzleFiles.JOURNAL, line, "has an entry without \"when\" or \"tag\"");
      return Optional.empty();
    }
    return Optional.of(new Entry(when, tag));
  }
}
