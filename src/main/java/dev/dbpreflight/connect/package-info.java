/**
 * How to reach a database and look at it without changing it: every URL form, one deadline, one
 * read-only transaction. A URL comes in, a {@link dev.dbpreflight.connect.Session} that answers
 * queries goes out. Knows nothing of what the queries ask.
 */
package dev.dbpreflight.connect;
