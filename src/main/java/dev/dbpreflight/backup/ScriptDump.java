package dev.dbpreflight.backup;

import dev.dbpreflight.conditions.BackupContents;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads a script that {@code pg_dump} wrote, to its end. */
final class ScriptDump {
  static final String FIRST = "PostgreSQL database dump";
  private static final String LAST = FIRST + " complete";

  private final ZoneId zone;
  private final TableTally tally = new TableTally();
  private final SqlScript script = new SqlScript(tally, this::comment, this::command);
  private Optional<Instant> begun = Optional.empty();
  private boolean complete;
  private boolean restricted;

  /**
   * @param zone of the machine that wrote it, where the script does not say
   */
  ScriptDump(ZoneId zone) {
    this.zone = zone;
  }

  /** What it holds, also when it is damaged. */
  BackupContents read(ByteSource source, String format) throws IOException {
    Optional<String> damage = Optional.empty();
    try {
      source.passAll(script);
      damage = incomplete();
    } catch (Stopped stopped) {
      throw stopped;
    } catch (IOException broken) {
      // Of a compressed file: the script itself is text, in which nothing can be wrong but its end.
      damage = Optional.of(Compression.damage(broken));
    }
    return new BackupContents(format, damage, damage.isEmpty(), tally.all());
  }

  /** When it was begun, where it says so: {@code pg_dump --verbose} does. */
  Optional<Instant> begun() {
    return begun;
  }

  private Optional<String> incomplete() {
    return complete && !restricted && script.isBetweenStatements()
        ? Optional.empty()
        : Optional.of("it ends in the middle: the line \"-- " + LAST + "\" is missing");
  }

  private void comment(String text) {
    if (text.equals(LAST)) {
      complete = true;
    } else if (text.startsWith("Started on ") && begun.isEmpty()) {
      begun = DumpTime.parse(text.substring("Started on ".length()), zone);
    }
  }

  /** Since 2025 a script says where psql may take commands again. */
  private void command(String text) {
    if (text.startsWith("restrict ")) {
      restricted = true;
    } else if (text.startsWith("unrestrict ")) {
      restricted = false;
    }
  }
}
