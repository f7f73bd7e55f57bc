package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;

/**
 * Which database of which running server this is, by whatever name it was reached.
 *
 * @param started when the server was started, to the microsecond
 */
public record ServerIdentity(String started, String database) {

  /* One row. Needs no rights. Tried on 14 to 18. */
  private static final Query<ServerIdentity> QUERY =
      new Query<>(
          "identity of the server",
          """
          select extract(epoch from pg_catalog.pg_postmaster_start_time())::text as started,
            pg_catalog.current_database() as database
          """,
          row -> new ServerIdentity(row.text("started"), row.text("database")));

  public static ServerIdentity of(Session session) {
    return session.ask(QUERY).getFirst();
  }
}
