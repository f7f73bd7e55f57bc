package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.Optional;

/**
 * A command that maintains one of the users' tables at this moment.
 *
 * @param command as the server names it: "VACUUM", "CREATE INDEX CONCURRENTLY", "VACUUM FULL"
 * @param kind who started it, and whether it gives way
 * @param age of the command; empty when this role may not know
 */
public record Maintenance(
    ServerProcess process, String command, Kind kind, ObjectName table, Optional<Duration> age) {

  /** Who started it. */
  public enum Kind {
    /** Autovacuum: the server ends it as soon as somebody has waited for its lock for a second. */
    AUTOMATIC,
    /** Autovacuum before transaction ids run out: it does not give way. */
    AGAINST_WRAPAROUND,
    /** Somebody's command: it does not give way. */
    MANUAL
  }
}
