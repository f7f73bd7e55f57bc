package dev.dbpreflight.conditions;

import java.util.OptionalLong;

/**
 * Another process that has a database file open.
 *
 * @param pid empty for a lock that no single process holds
 * @param command the name of the program, never its arguments; empty when it cannot be told
 */
public record FileUser(OptionalLong pid, String command, Use use) {

  /** What it does with the file, the strongest last. */
  public enum Use {
    /** It may ask or write at any time, and does not at this moment. */
    OPEN,
    /** It has been reading all the time that was looked, and others cannot commit meanwhile. */
    READING,
    /** It has had a write transaction open all the time that was looked. */
    WRITING
  }

  /** "pid 4711 (gunicorn)"; "an unknown process". */
  @Override
  public String toString() {
    if (pid.isEmpty()) {
      return "an unknown process";
    }
    return "pid " + pid.getAsLong() + (command.isEmpty() ? "" : " (" + command + ")");
  }
}
