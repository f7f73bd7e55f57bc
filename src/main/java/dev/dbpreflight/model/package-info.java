/**
 * The schema of a database as immutable records: every object, sorted, with the names the catalog
 * has. Objects refer to each other by name; there are no parent pointers and no quoting. Knows
 * nothing of connections, files or reports.
 */
package dev.dbpreflight.model;
