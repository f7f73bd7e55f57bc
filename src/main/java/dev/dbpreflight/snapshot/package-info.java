/**
 * A schema model in a file that is made to be read in a code review: one object's change touches
 * that object's lines. A model goes in and JSON comes out, and back; each {@code …Json} class has
 * both directions of one record side by side, so that the file's names live in one place and do not
 * follow those of the model. Knows nothing of databases or of what a difference means ({@code
 * LayersTest} enforces the package table of the design).
 */
package dev.dbpreflight.snapshot;
