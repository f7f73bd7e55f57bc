package dev.dbpreflight.conditions;

/** One part of what is true of the target at this moment. */
public sealed interface Condition
    permits Activity,
        Backup,
        Capacity,
        ServerMode {}
