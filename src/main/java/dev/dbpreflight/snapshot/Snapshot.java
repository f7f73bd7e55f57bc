package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.SchemaModel;
import java.util.Objects;

/**
 * A schema and what is told about it in its file. Two snapshots of the same schema are equal
 * whenever and wherever they were taken: there is no time, host or user in them.
 *
 * @param revision of the release whose schema it is, as the migration tool spells it; empty when
 *     unknown
 * @param tool what took the snapshot, with its version: "dbpreflight 1.4.0"
 */
public record Snapshot(SchemaModel schema, String revision, String tool) {

  public Snapshot {
    Objects.requireNonNull(schema);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(tool);
  }
}
