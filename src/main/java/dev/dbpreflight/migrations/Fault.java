package dev.dbpreflight.migrations;

/**
 * Where a file stops making sense.
 *
 * @param line from 1
 * @param reason lower case, no full stop
 */
record Fault(int line, String reason) {}
