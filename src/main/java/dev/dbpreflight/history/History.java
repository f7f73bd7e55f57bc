package dev.dbpreflight.history;

import dev.dbpreflight.model.ObjectName;
import java.util.List;

/**
 * The bookkeeping table of one migration tool, as found in the target.
 *
 * @param companions further tables of the same tool (locks, metadata), sorted
 * @param revisions the revisions that the tool would call current, in its own spelling, sorted; for
 *     tools that keep a set, the newest of it; empty when nothing is recorded as applied
 * @param applied number of rows that claim an applied revision
 * @param unread why the rows could not be read; empty when they were
 */
public record History(
    MigrationTool tool,
    ObjectName table,
    List<ObjectName> companions,
    List<String> revisions,
    long applied,
    String unread) {

  public History {
    companions = companions.stream().sorted().toList();
    revisions = revisions.stream().sorted().toList();
  }

  /** The table says that something was applied. */
  public boolean claimsApplied() {
    return applied > 0;
  }
}
