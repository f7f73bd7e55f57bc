package dev.dbpreflight.history;

import dev.dbpreflight.history.Signature.Companion;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
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
  private static final Map<String, List<Signature>> LEFT_BEHIND = leftBehind();

  private final Map<String, List<Candidate>> bySchema;
  private final Set<ObjectName> taken = new HashSet<>();
  private final List<HistoryTable> found = new ArrayList<>();

  private HistoryTables(SchemaModel model) {
    bySchema =
        model.tables().stream()
            .filter(table -> table.form() == Table.Form.ORDINARY)
            .map(Candidate::of)
            .collect(Collectors.groupingBy(Candidate::schema));
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

  private void histories(List<Candidate> neighbours) {
    for (Candidate table : neighbours) {
      signature(table, neighbours).ifPresent(signature -> take(signature, table, neighbours));
    }
  }

  private static Optional<Signature> signature(Candidate table, List<Candidate> neighbours) {
    return SIGNATURES.stream()
        .filter(signature -> signature.matches(table, neighbours))
        .findFirst();
  }

  private void take(Signature signature, Candidate table, List<Candidate> neighbours) {
    List<ObjectName> companions =
        neighbours.stream()
            .filter(other -> other != table)
            .filter(other -> isCompanion(signature, table.name(), other))
            .map(other -> other.table().name())
            .toList();
    taken.add(table.table().name());
    taken.addAll(companions);
    found.add(HistoryTable.of(signature.tool(), table.table(), companions, signature.reading()));
  }

  private static boolean isCompanion(Signature signature, String mainTable, Candidate table) {
    return signature.companions().stream().anyMatch(one -> one.matches(mainTable, table));
  }

  /**
   * A tool that died early, or was moved away, can leave its lock or metadata without its history.
   */
  private void companionsAlone(List<Candidate> neighbours) {
    for (Candidate table : neighbours) {
      if (LEFT_BEHIND.containsKey(table.name()) && !taken.contains(table.table().name())) {
        LEFT_BEHIND.get(table.name()).stream()
            .filter(signature -> isLeftOf(signature, table))
            .findFirst()
            .ifPresent(signature -> found.add(alone(signature, table)));
      }
    }
  }

  private static HistoryTable alone(Signature signature, Candidate table) {
    return HistoryTable.of(signature.tool(), table.table(), List.of(), new Reading.Nothing());
  }

  private static boolean isLeftOf(Signature signature, Candidate table) {
    boolean schema = signature.schemas().isEmpty() || signature.schemas().contains(table.schema());
    return schema
        && signature.names().stream().anyMatch(name -> isCompanion(signature, name, table));
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
