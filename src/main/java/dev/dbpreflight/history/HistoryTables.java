package dev.dbpreflight.history;

import dev.dbpreflight.history.HistoryTable.Sheet;
import dev.dbpreflight.history.Signature.Companion;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final FirstGlance GLANCE = new FirstGlance(SIGNATURES);
  private static final Map<String, List<Signature>> LEFT_BEHIND = leftBehind();

  private final Map<String, Neighbours> bySchema = new HashMap<>();
  private final Set<ObjectName> taken = new HashSet<>();
  private final List<HistoryTable> found = new ArrayList<>();

  private HistoryTables(SchemaModel model) {
    model.tables().stream()
        .filter(table -> table.form() == Table.Form.ORDINARY)
        .forEach(
            table ->
                bySchema
                    .computeIfAbsent(table.name().schema(), schema -> new Neighbours())
                    .add(table));
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

  /**
   * The same schema without what belongs to migration tools.
   *
   * @param histories as recognised in this schema
   */
  public static SchemaModel withoutToolObjects(SchemaModel model, List<HistoryTable> histories) {
    ToolObjects tools = ToolObjects.in(model, histories);
    return model.only(object -> !tools.contains(object));
  }

  private void histories(Neighbours neighbours) {
    for (Candidate table : neighbours.that(GLANCE)) {
      SIGNATURES.stream()
          .filter(signature -> signature.matches(table, neighbours))
          .findFirst()
          .ifPresent(signature -> take(signature, table, neighbours));
    }
  }

  private void take(Signature signature, Candidate main, Neighbours neighbours) {
    Map<ObjectName, Sheet> beside = new LinkedHashMap<>();
    for (Companion companion : signature.companions()) {
      neighbours.named(companion.nameBeside(main.name())).stream()
          .filter(table -> companion.matches(main.name(), table))
          .forEach(table -> beside.putIfAbsent(table.table().name(), sheet(companion, table)));
    }
    beside.remove(main.table().name());
    taken.add(main.table().name());
    taken.addAll(beside.keySet());
    Sheet sheet = Sheet.of(main.table(), "", signature.columns(), null);
    found.add(
        new HistoryTable(
            signature.tool(), sheet, List.copyOf(beside.values()), signature.reading()));
  }

  private static Sheet sheet(Companion companion, Candidate table) {
    return Sheet.of(table.table(), companion.name(), companion.columns(), companion.locks());
  }

  /**
   * A tool that died early, or was moved away, can leave its lock or metadata without its history.
   */
  private void companionsAlone(Neighbours neighbours) {
    for (Map.Entry<String, List<Signature>> left : LEFT_BEHIND.entrySet()) {
      neighbours.named(left.getKey()).stream()
          .filter(table -> !taken.contains(table.table().name()))
          .forEach(
              table ->
                  left.getValue().stream()
                      .flatMap(signature -> alone(signature, table))
                      .findFirst()
                      .ifPresent(found::add));
    }
  }

  private static Stream<HistoryTable> alone(Signature signature, Candidate table) {
    if (!signature.schemas().isEmpty() && !signature.schemas().contains(table.schema())) {
      return Stream.empty();
    }
    return signature.companions().stream()
        .filter(one -> signature.names().stream().anyMatch(name -> one.matches(name, table)))
        .map(one -> sheet(one, table))
        .map(sheet -> new HistoryTable(signature.tool(), sheet, List.of(), Reading.NOTHING));
  }

  /** Which tools make a table of that name beside their main one, if that has its default name. */
  private static Map<String, List<Signature>> leftBehind() {
    Map<String, List<Signature>> signatures = new HashMap<>();
    for (Signature signature : SIGNATURES) {
      for (Companion companion : signature.companions()) {
        // With a single column, or with any, the name alone would decide.
        if (companion.columns().size() > 1) {
          for (String name : signature.names()) {
            signatures
                .computeIfAbsent(companion.nameBeside(name), key -> new ArrayList<>())
                .add(signature);
          }
        }
      }
    }
    return signatures;
  }
}
