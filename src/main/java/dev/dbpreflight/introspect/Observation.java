package dev.dbpreflight.introspect;

import dev.dbpreflight.history.History;
import dev.dbpreflight.model.SchemaModel;
import java.util.List;

/**
 * All that one read-only look at the target saw.
 *
 * @param schema the users' objects: without the migration tools' own tables
 * @param histories one per bookkeeping table found, sorted by table
 */
public record Observation(SchemaModel schema, List<History> histories, LiveLook live) {

  public Observation {
    histories = List.copyOf(histories);
  }
}
