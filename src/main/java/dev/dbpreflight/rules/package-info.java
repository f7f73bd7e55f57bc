/**
 * What a rule is, what it is given, and how the findings of many become one verdict. Evidence comes
 * in, a judgement goes out. Rules are pure: they cannot reach a connection, a file, a clock or a
 * printer.
 */
package dev.dbpreflight.rules;
