package dev.dbpreflight.history;

import dev.dbpreflight.history.Signature.Companion;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the bookkeeping tables of migration tools: by columns and types, in every schema, several
 * side by side. A table that has one column more than any version of the tool makes is the user's
 * own.
 */
public final class HistoryTables {
  private static final List<Signature> SIGNATURES =
      Stream.of(OwnTables.ALL, VersionTables.ALL, MigrationTables.ALL, FurtherTables.ALL)
          .flatMap(List::stream)
          .toList();

  private final Map<String, List<Table>> bySchema;
  private final Set<ObjectName> taken = new HashSet<>();
  private final List<HistoryTable> found = new ArrayList<>();

  private HistoryTables(SchemaModel model) {
    bySchema =
        model.tables().stream().collect(Collectors.groupingBy(table -> table.name().schema()));
  }

  /** The bookkeeping tables in a schema, sorted by name. */
  public static List<HistoryTable> recognise(SchemaModel model) {
    HistoryTables tables = new HistoryTables(model);
    tables.bySchema.values().forEach(tables::histories);
    tables.bySchema.values().forEach(tables::companionsAlone);
    return tables.found.stream()
        .sorted((one, other) -> one.table().compareTo(other.table()))
        .toList();
  }

  /** The same schema without what belongs to migration tools. */
  public static SchemaModel withoutToolObjects(SchemaModel model) {
    ToolObjects tools = ToolObjects.in(model);
    return model.only(object -> !tools.contains(object));
  }

  private void histories(List<Table> neighbours) {
    for (Table table : neighbours) {
      signature(table, neighbours).ifPresent(signature -> take(signature, table, neighbours));
    }
  }

  private static Optional<Signature> signature(Table table, List<Table> neighbours) {
    return SIGNATURES.stream()
        .filter(signature -> signature.matches(table, neighbours))
        .findFirst();
  }

  private void take(Signature signature, Table table, List<Table> neighbours) {
    String name = Signature.lower(table.name().name());
    List<ObjectName> companions =
        neighbours.stream()
            .filter(other -> !other.name().equals(table.name()))
            .filter(other -> isCompanion(signature, name, other))
            .map(Table::name)
            .toList();
    taken.add(table.name());
    taken.addAll(companions);
    found.add(HistoryTable.of(signature.tool(), table, companions, signature.reading()));
  }

  private static boolean isCompanion(Signature signature, String mainTable, Table table) {
    return signature.companions().stream().anyMatch(one -> one.matches(mainTable, table));
  }

  /**
   * A tool that died early, or was moved away, can leave its lock or metadata without its history.
   */
  private void companionsAlone(List<Table> neighbours) {
    for (Table table : neighbours) {
      if (!taken.contains(table.name())) {
        SIGNATURES.stream()
            .filter(signature -> isLeftOf(signature, table))
            .findFirst()
            .ifPresent(
                signature ->
                    found.add(
                        HistoryTable.of(
                            signature.tool(), table, List.of(), new Reading.Nothing())));
      }
    }
  }

  private static boolean isLeftOf(Signature signature, Table table) {
    boolean schema =
        signature.schemas().isEmpty() || signature.schemas().contains(table.name().schema());
    return schema
        && signature.companions().stream()
            .filter(HistoryTables::hasOwnColumns)
            .anyMatch(one -> signature.names().stream().anyMatch(name -> one.matches(name, table)));
  }

  private static boolean hasOwnColumns(Companion companion) {
    return companion.columns().size() > 1;
  }
}
