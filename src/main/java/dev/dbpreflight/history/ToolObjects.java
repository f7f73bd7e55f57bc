package dev.dbpreflight.history;

import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything in a schema that migration tools made for themselves: their tables, the sequences of
 * these, the schemas that hold nothing else, and all that is in the schemas which a tool keeps for
 * itself.
 */
public final class ToolObjects {
  /** Made by the server: whatever is in it, it is nobody's own. */
  private static final String PUBLIC = "public";

  private static final Set<MigrationTool> WITH_OWN_SCHEMA =
      Set.of(
          MigrationTool.GRAPHILE_MIGRATE,
          MigrationTool.GRAPHILE_WORKER,
          MigrationTool.HASURA,
          MigrationTool.PGROLL);

  private final Set<ObjectName> tables = new HashSet<>();
  private final Set<String> wholeSchemas;
  private final Set<String> emptySchemas;

  private ToolObjects(SchemaModel model, List<HistoryTable> histories) {
    for (HistoryTable history : histories) {
      tables.add(history.table());
      tables.addAll(history.companions());
    }
    wholeSchemas =
        histories.stream()
            .filter(history -> WITH_OWN_SCHEMA.contains(history.tool()))
            .map(history -> history.table().schema())
            .filter(schema -> !schema.equals(PUBLIC))
            .collect(Collectors.toSet());
    Set<String> withUsersObjects =
        model.objects().stream()
            .filter(object -> !isInside(object))
            .map(object -> object.name().schema())
            .collect(Collectors.toSet());
    emptySchemas =
        tables.stream()
            .map(ObjectName::schema)
            .filter(schema -> !withUsersObjects.contains(schema) && !schema.equals(PUBLIC))
            .collect(Collectors.toSet());
  }

  /** What is the tools' in this schema. */
  public static ToolObjects in(SchemaModel model, List<HistoryTable> histories) {
    return new ToolObjects(model, histories);
  }

  public boolean contains(SchemaObject object) {
    return isInside(object)
        || (object instanceof Schema schema
            && (wholeSchemas.contains(schema.name().name())
                || emptySchemas.contains(schema.name().name())));
  }

  private boolean isInside(SchemaObject object) {
    if (wholeSchemas.contains(object.name().schema()) || tables.contains(object.name())) {
      return true;
    }
    return switch (object) {
      case Sequence sequence -> isOwned(sequence.ownedBy());
      case EventTrigger trigger ->
          wholeSchemas.stream().anyMatch(schema -> trigger.function().startsWith(schema + "."));
      default -> false;
    };
  }

  private boolean isOwned(String column) {
    int end = column.lastIndexOf('.');
    return end > 0 && tables.stream().anyMatch(table -> column.startsWith(table + "."));
  }
}
