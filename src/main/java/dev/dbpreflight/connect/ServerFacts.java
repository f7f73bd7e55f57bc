package dev.dbpreflight.connect;

import dev.dbpreflight.model.ServerVersion;

/**
 * What a session learns of the server and of itself as it begins.
 *
 * @param role whose rights hold, as SQL writes it
 * @param process of the server, that serves this session
 * @param startedAt when the server started, to the microsecond: no two servers have the same
 * @param large the catalog has so many relations that reading it is worth two sessions
 */
record ServerFacts(
    ServerVersion version,
    String role,
    boolean readOnlyByDefault,
    boolean standby,
    long process,
    String startedAt,
    boolean large) {

  /**
   * From so many relations on, about 2,000 tables with their indexes, a second session saves more
   * time than connecting it takes.
   */
  private static final int MANY_RELATIONS = 10_000;

  /** One row. Tried on 14 to 18. */
  private static final String SQL =
      """
      SELECT current_setting('server_version_num') AS number,
             current_setting('server_version') AS version,
             quote_ident(current_user) AS role,
             current_setting('default_transaction_read_only') AS read_only,
             pg_is_in_recovery() AS standby,
             pg_backend_pid() AS process,
             pg_postmaster_start_time()::text AS started,
             EXISTS (SELECT FROM pg_class OFFSET %d) AS large\
      """
          .formatted(MANY_RELATIONS);

  static final Query<ServerFacts> QUERY = new Query<>("server version", SQL, ServerFacts::read);

  private static ServerFacts read(Row row) {
    int number = (int) row.number("number");
    return new ServerFacts(
        new ServerVersion(number / 10_000, number % 10_000, row.text("version")),
        row.text("role"),
        row.text("read_only").equals("on"),
        row.flag("standby"),
        row.number("process"),
        row.text("started"),
        row.flag("large"));
  }
}
