/**
 * Measures the built program against others on databases made for the purpose. Not part of the
 * tests: {@code mvn -Pbenchmark verify} runs it.
 */
package dev.dbpreflight.benchmark;
