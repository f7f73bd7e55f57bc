package dev.dbpreflight.conditions;

/** One part of what is true of the target at this moment. */
public sealed interface Condition
    permits Activity,
        AvailableExtensions,
        Backup,
        Capacity,
        DatabaseFile,
        MigratingRole,
        RoleSettings,
        ServerMode {}
