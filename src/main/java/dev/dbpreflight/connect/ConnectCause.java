package dev.dbpreflight.connect;

/**
 * Why a server did not let us in.
 *
 * @param what and {@code next}: what a message says and advises; the rest is the same for all
 */
record ConnectCause(String what, String next, Outlook outlook) {}
