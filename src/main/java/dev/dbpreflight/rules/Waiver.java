package dev.dbpreflight.rules;

import java.time.LocalDate;

/**
 * Findings that somebody accepts for a while. They stay in the report, and do not fail.
 *
 * @param rule id of a rule, or name of a check that a user wrote
 * @param object path of the object as findings show it; {@code *} stands for any text; "database"
 *     for the database as a whole
 * @param reason why it is fine, in the user's words
 * @param until the last day on which it holds
 * @param source file and line
 */
public record Waiver(String rule, String object, String reason, LocalDate until, String source) {}
