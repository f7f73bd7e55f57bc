package dev.dbpreflight.report;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.model.Unsupported;
import java.util.List;

/**
 * The result of comparing two schemas.
 *
 * @param expected what the first side is, for people
 * @param actual what the second side is, for people
 * @param changes sorted; the unclear ones among them
 * @param leftOut tables of migration tools that were not compared, for people
 * @param notModelled of both sides
 */
public record Comparison(
    String toolVersion,
    String expected,
    String actual,
    List<Change> changes,
    List<String> leftOut,
    List<Unsupported> notModelled) {

  public Comparison {
    changes = List.copyOf(changes);
    leftOut = List.copyOf(leftOut);
    notModelled = List.copyOf(notModelled);
  }

  /** No difference is proven; unclear ones may remain. */
  public boolean equal() {
    return changes.stream().allMatch(Change.PropertyUnclear.class::isInstance);
  }
}
