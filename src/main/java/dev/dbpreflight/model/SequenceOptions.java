package dev.dbpreflight.model;

/**
 * How a sequence counts; never where it stands.
 *
 * @param type "smallint", "integer" or "bigint"
 * @param cache values that one session takes at a time
 */
public record SequenceOptions(
    String type,
    long start,
    long increment,
    long minimum,
    long maximum,
    long cache,
    boolean cycle) {}
