package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.ServerProcess;
import dev.dbpreflight.connect.Row;
import java.time.Duration;
import java.util.Optional;

/** Who a row of pg_stat_activity is about. */
final class Processes {

  /**
   * Columns of pg_stat_activity "a". The text of the statement is not among them: it can hold
   * passwords and people's data. A role without pg_read_all_stats gets NULL for what others do.
   */
  static final String COLUMNS =
      """
      a.pid, a.usename as username, a.application_name as application,
      pg_catalog.host(a.client_addr) as client, a.backend_type as kind\
      """;

  private Processes() {}

  static ServerProcess read(Row row) {
    return new ServerProcess(
        (int) row.number("pid"),
        row.textOrEmpty("username"),
        row.textOrEmpty("application"),
        row.textOrEmpty("client"),
        row.textOrEmpty("kind"));
  }

  /** SQL: whole seconds since that moment, NULL if there is none. */
  static String secondsSince(String moment) {
    return """
    greatest(0, pg_catalog.floor(
      extract(epoch from pg_catalog.clock_timestamp() - %s)))::bigint\
    """
        .formatted(moment);
  }

  static Optional<Duration> seconds(Row row, String column) {
    return row.isNull(column)
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(row.number(column)));
  }
}
