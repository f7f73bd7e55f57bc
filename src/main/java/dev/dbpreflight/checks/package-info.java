/**
 * What a user asks to be checked, in words: names of profiles, rules, states and aspects come in,
 * typed records go out, or a problem that names the nearest known words. Knows nothing of where the
 * words stood.
 */
package dev.dbpreflight.checks;
