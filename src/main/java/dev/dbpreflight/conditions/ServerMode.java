package dev.dbpreflight.conditions;

/**
 * What the server lets anybody do now.
 *
 * @param inRecovery a standby, or a server that is being restored: nothing can be written
 * @param readOnlyByDefault transactions of this role are read-only unless they say otherwise
 */
public record ServerMode(boolean inRecovery, boolean readOnlyByDefault) implements Condition {}
