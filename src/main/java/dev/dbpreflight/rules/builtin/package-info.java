/**
 * The rules that ship, one class each, and the sorted list of them. See {@link
 * dev.dbpreflight.rules.Rule}.
 */
package dev.dbpreflight.rules.builtin;
