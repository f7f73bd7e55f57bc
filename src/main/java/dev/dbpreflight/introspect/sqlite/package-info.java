/**
 * Reads an SQLite file: the {@code pragma_*} functions say what SQLite itself understood, the texts
 * in {@code sqlite_schema} say what they leave out (checks, names, collations, expressions). Rows
 * and texts come in, records in one canonical form go out. Knows nothing of files, URLs or
 * differences.
 */
package dev.dbpreflight.introspect.sqlite;
