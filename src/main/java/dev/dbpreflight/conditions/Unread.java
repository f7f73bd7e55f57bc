package dev.dbpreflight.conditions;

/**
 * Something that was not looked at.
 *
 * @param fact what it would have told: "whether the server is in recovery"
 * @param reason why, as a reader understands it: "permission denied for view pg_stat_activity"
 * @param remedy the grant or option that would enable it
 */
public record Unread(Topic topic, String fact, String reason, String remedy) {}
