/**
 * The migration files of a release, read without running them: a folder comes in, the records of
 * {@code history} go out, with what could not be understood. One class per tool that knows its file
 * names and notations; knows nothing of databases.
 */
package dev.dbpreflight.migrations;
