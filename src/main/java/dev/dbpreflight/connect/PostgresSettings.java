package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The statements around the one transaction. All settings are local to it, so they survive no
 * pooler, and all are spelled out, so no default of a role, a database or a pooled session shows in
 * a text.
 */
final class PostgresSettings {

  /** A lock is given up a little before the statement, so that the error says it was the lock. */
  private static final int LOCK_SHARE_PERCENT = 80;

  /** How many statements of the opening answer with rows; the last of them is about the server. */
  static final int OPENING_RESULTS = 2;

  /** After the limits of a turn, so that they outlive what is undone after each query. */
  static final List<String> SAVEPOINT_RENEWED =
      List.of("RELEASE SAVEPOINT asked", "SAVEPOINT asked");

  /**
   * After each query: gives its locks back. Kept until the end, they would hold up a deployment,
   * and those of thousands of relations would fill the server's lock table.
   */
  static final String LOCKS_RELEASED = "ROLLBACK TO SAVEPOINT asked";

  private static final Duration IDLE_GRACE = Duration.ofSeconds(30);

  private static final Map<String, String> NORMAL = normal();

  private PostgresSettings() {}

  private static Map<String, String> normal() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("jit", "off");
    settings.put("client_min_messages", "error");
    settings.put("quote_all_identifiers", "off");
    settings.put("standard_conforming_strings", "on");
    settings.put("escape_string_warning", "off");
    settings.put("transform_null_equals", "off");
    settings.put("array_nulls", "on");
    settings.put("DateStyle", "ISO, YMD");
    settings.put("IntervalStyle", "postgres");
    settings.put("TimeZone", "UTC");
    settings.put("bytea_output", "hex");
    settings.put("extra_float_digits", "3");
    settings.put("lc_monetary", "C");
    settings.put("lc_numeric", "C");
    settings.put("lc_time", "C");
    settings.put("xmlbinary", "base64");
    settings.put("xmloption", "content");
    settings.put("synchronize_seqscans", "off");
    // A large catalog is joined in memory: files on the server's disk would be a trace, too.
    settings.put("work_mem", "64MB");
    // Would end the transaction at an hour of the server's choosing; the deadline is ours.
    settings.put("transaction_timeout", "0");
    // What is read is a table of the server or of a migration tool. Were it replaced by a view or
    // given a policy just before it is read, a function of somebody else would run as this role.
    settings.put("row_security", "off");
    settings.put("restrict_nonsystem_relation_kind", "view, foreign-table");
    return settings;
  }

  /**
   * Begins the transaction. {@code pg_temp} is last by name: unnamed it would be searched first.
   *
   * @param snapshot the exported one to look at; empty for one of its own
   */
  static List<String> opening(Duration remaining, String snapshot) {
    List<String> statements = new ArrayList<>();
    statements.add("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    if (!snapshot.isEmpty()) {
      statements.add("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
    }
    // First of all, because the role's own limit may be a tight one.
    statements.addAll(limits(remaining));
    statements.add("SET LOCAL search_path = pg_catalog, pg_temp");
    statements.add(normalising(remaining));
    statements.add(ServerFacts.QUERY.sql());
    statements.add("SAVEPOINT asked");
    return statements;
  }

  /** Settings that a server of this version does not have are passed over. */
  private static String normalising(Duration remaining) {
    Map<String, String> settings = new LinkedHashMap<>(NORMAL);
    settings.put(
        "idle_in_transaction_session_timeout", "" + Deadline.millis(remaining.plus(IDLE_GRACE)));
    String values =
        settings.entrySet().stream()
            .map(setting -> "('" + setting.getKey() + "', '" + setting.getValue() + "')")
            .collect(Collectors.joining(", "));
    return """
    SELECT set_config(setting.name, setting.value, true)
    FROM (VALUES %s) AS setting (name, value)
    WHERE current_setting(setting.name, true) IS NOT NULL\
    """
        .formatted(values);
  }

  /** Bounds the statements after it. */
  static String limit(Duration limit) {
    return "SET LOCAL statement_timeout = " + Deadline.millis(limit);
  }

  /** Bounds the statements after it by what is left of the deadline. */
  static List<String> limits(Duration remaining) {
    return limits(remaining, lockShare(remaining));
  }

  /** As {@link #limits(Duration)}, with less patience for locks. */
  static List<String> limits(Duration remaining, Duration lock) {
    return List.of(limit(remaining), "SET LOCAL lock_timeout = " + Deadline.millis(lock));
  }

  /** How long locks may be waited for in what is left of the deadline. */
  static Duration lockShare(Duration remaining) {
    return remaining.multipliedBy(LOCK_SHARE_PERCENT).dividedBy(100);
  }
}
