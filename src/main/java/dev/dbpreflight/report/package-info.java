/**
 * How results are told: one class per format, and the pages about rules. Records of results come
 * in, text goes out. Whatever came from a database is escaped here and nowhere else. Knows nothing
 * of terminals, files or exit codes.
 */
package dev.dbpreflight.report;
