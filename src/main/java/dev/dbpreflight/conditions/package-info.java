/**
 * The conditions of the moment as immutable records: what is true of the target now and may be
 * otherwise in a minute, beside its schema and history. The introspection fills them, rules judge
 * them. Knows nothing of connections, files or reports.
 */
package dev.dbpreflight.conditions;
