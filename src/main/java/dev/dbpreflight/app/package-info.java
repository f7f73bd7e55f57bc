/**
 * The use cases, one class each: what a command does once its words are understood. Typed requests
 * come in, results go out as records; nothing is printed here. {@code Wiring} picks the engine's
 * classes.
 */
package dev.dbpreflight.app;
