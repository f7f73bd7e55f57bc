/**
 * The command line: the only place that reads arguments and the environment, writes to stdout and
 * stderr, and ends the process. Understands words, calls one use case, prints its result.
 */
package dev.dbpreflight.cli;
