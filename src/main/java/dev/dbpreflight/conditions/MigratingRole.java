package dev.dbpreflight.conditions;

import java.util.Optional;

/**
 * The role that a migration logs in as.
 *
 * @param name as the catalog has it, or as the user wrote it where there is none of that name
 * @param rights empty where there is no such role
 */
public record MigratingRole(String name, Optional<RoleRights> rights) implements Condition {}
