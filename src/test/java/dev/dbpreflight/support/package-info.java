/**
 * What several tests share: models made by hand, and copies of records with one component changed.
 * Knows nothing of servers or of the command line.
 */
package dev.dbpreflight.support;
