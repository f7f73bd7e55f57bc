package dev.dbpreflight.diff;

import dev.dbpreflight.model.SchemaModel;
import java.util.List;
import java.util.Set;

/** Compares two schema models of the same engine. */
public final class SchemaDiff {
  private final Set<Aspect> aspects;

  /**
   * @param aspects to compare beside the schema proper
   */
  public SchemaDiff(Set<Aspect> aspects) {
    this.aspects = Set.copyOf(aspects);
  }

  /** The changes that lead from the expected model to the actual one, sorted. */
  public List<Change> compare(SchemaModel expected, SchemaModel actual) {
    if (expected.equals(actual)) {
      return List.of();
    }
    throw new IllegalStateException("no comparison of " + aspects);
  }
}
