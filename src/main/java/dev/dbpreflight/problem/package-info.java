/**
 * What goes wrong, in words a user can act on, and the exit codes that say how a run ended.
 * Everybody may throw a {@link dev.dbpreflight.problem.ProblemException}; only the command line
 * prints it. Knows nothing of databases, files or printers ({@code LayersTest} enforces the package
 * table of the design).
 */
package dev.dbpreflight.problem;
