/**
 * What differs between two schema models, as typed changes. Two models and the aspects to look at
 * come in, a sorted list of changes goes out. Knows nothing of where the models come from or of
 * what is a problem: that is for rules.
 */
package dev.dbpreflight.diff;
