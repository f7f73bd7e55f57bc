/**
 * Reads a PostgreSQL catalog into records, one class per area with its SQL beside it: set-based, a
 * fixed number of statements, in a few round trips. A session comes in, schema models and live
 * facts go out. Expects {@code search_path = pg_catalog, pg_temp}, which makes the server qualify
 * every other name. Judges nothing.
 */
package dev.dbpreflight.introspect.postgres;
