package dev.dbpreflight.model;

/**
 * GENERATED … AS IDENTITY of a column, with the options of the sequence behind it.
 *
 * @param always ALWAYS; false for BY DEFAULT
 */
public record Identity(boolean always, SequenceOptions options) {}
