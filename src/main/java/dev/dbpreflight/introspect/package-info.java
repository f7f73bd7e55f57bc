/**
 * Reads a live database into records: one session comes in, one observation goes out. The engines'
 * packages have one class per area of the catalog, with its SQL beside it; the same file name does
 * the same job in both. Judges nothing.
 */
package dev.dbpreflight.introspect;
