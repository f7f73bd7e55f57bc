package dev.dbpreflight.support;

/** Fills a catalog until it is one that two sessions share the reading of. */
public final class LargeCatalog {
  /** Holds all that it takes, and nothing else. */
  public static final String SCHEMA = "padding";

  /** Each is a relation without a file. Committed by and by: all locks at once are too many. */
  private static final String TYPES =
      """
      DO $$ BEGIN
        FOR i IN 1..10000 LOOP
          EXECUTE format('CREATE TYPE padding.t%s AS (a integer)', i);
          IF i % 500 = 0 THEN COMMIT; END IF;
        END LOOP;
      END $$;
      """;

  private LargeCatalog() {}

  public static void make(PostgresServer server, String database) {
    server.run(database, "CREATE SCHEMA " + SCHEMA, TYPES);
  }
}
