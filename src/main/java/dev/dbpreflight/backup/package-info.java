/**
 * Looks into files that somebody made as a backup: a path comes in, a record of what the file holds
 * goes out, or what is wrong with it. Files are read as streams in bounded memory, whatever their
 * size, and nothing in them is trusted. Knows nothing of the target or of rules.
 */
package dev.dbpreflight.backup;
