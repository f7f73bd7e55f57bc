package dev.dbpreflight.conditions;

/** One part of what is true of the target at this moment. */
public sealed interface Condition
    permits Backup,
        Capacity,
        ServerMode {}
