/**
 * What migration tools leave behind in a database, as records: which tool, which table, which
 * revisions. Tables of the schema model come in, recognised histories go out. Knows nothing of
 * connections.
 */
package dev.dbpreflight.history;
