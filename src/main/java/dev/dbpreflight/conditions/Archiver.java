package dev.dbpreflight.conditions;

/**
 * How archiving of the write-ahead log goes, where it is on.
 *
 * @param failing its last attempt failed
 * @param lastFailed name of the file that was tried last without success; empty when none was
 */
public record Archiver(boolean failing, String lastFailed) {}
