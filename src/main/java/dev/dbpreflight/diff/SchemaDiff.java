package dev.dbpreflight.diff;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Table;
import java.util.List;
import java.util.Set;

/**
 * Compares two schema models of the same engine. Renames are not guessed: one goes, another comes.
 */
public final class SchemaDiff {
  private final Set<Aspect> aspects;

  /**
   * @param aspects to compare beside the schema proper
   */
  public SchemaDiff(Set<Aspect> aspects) {
    this.aspects = Set.copyOf(aspects);
  }

  /**
   * The changes that lead from the expected model to the actual one, sorted.
   *
   * @throws IllegalArgumentException when the two are of different engines
   */
  public List<Change> compare(SchemaModel expected, SchemaModel actual) {
    Comparison comparison = new Comparison(Dialect.between(expected, actual), aspects);
    comparison.objects(compared(expected), compared(actual));
    return comparison.changes();
  }

  private List<SchemaObject> compared(SchemaModel model) {
    return model.objects().stream().filter(this::isCompared).toList();
  }

  private boolean isCompared(SchemaObject object) {
    return switch (object.kind()) {
      case TABLE -> aspects.contains(Aspect.PARTITIONS) || !((Table) object).isPartition();
      case DEFAULT_PRIVILEGES -> aspects.contains(Aspect.GRANTS);
      default -> true;
    };
  }
}
