package dev.dbpreflight.history;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a migration that broke off was working with: SQLite cannot change most of a table, so tools
 * build a second one; pgroll keeps columns of both versions.
 *
 * @param of the table that it was made for, as far as its name says
 */
public record Leftover(MigrationTool tool, ObjectRef object, String of) {
  /** Names that nobody gives a table of his own. */
  private static final Map<MigrationTool, Pattern> PLAIN =
      Map.of(
          MigrationTool.ALEMBIC, Pattern.compile("_alembic_tmp_(.+)"),
          MigrationTool.DJANGO, Pattern.compile("new__(.+)"),
          MigrationTool.EF_CORE, Pattern.compile("ef_temp_(.+)"),
          MigrationTool.KNEX, Pattern.compile("_knex_temp_alter(\\d{3})"),
          MigrationTool.LARAVEL, Pattern.compile("__temp__(.+)"),
          MigrationTool.DRIZZLE, Pattern.compile("__new_(.+)"));

  /** Names that may be a user's own: only a table that looks like the other one is a copy. */
  private static final Map<MigrationTool, Pattern> DOUBTFUL =
      Map.of(
          MigrationTool.TYPEORM, Pattern.compile("temporary_(.+)"),
          MigrationTool.PHINX, Pattern.compile("tmp_(.+)"),
          MigrationTool.PRISMA, Pattern.compile("new_(.+)"));

  private static final Pattern OF_PGROLL = Pattern.compile("_pgroll_(?:new|del|dup)_.+");

  /** What the tools whose histories are here have left behind, in the order of the tables. */
  public static List<Leftover> in(SchemaModel schema, List<History> histories) {
    Set<MigrationTool> tools = new HashSet<>();
    histories.forEach(history -> tools.addAll(history.tool().possible()));
    List<Leftover> found = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (schema.engine() == Engine.SQLITE) {
        tools.stream()
            .sorted()
            .flatMap(tool -> scratch(tool, table, schema).stream())
            .findFirst()
            .ifPresent(found::add);
      } else if (tools.contains(MigrationTool.PGROLL) && !isUnderWay(histories)) {
        columns(table).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Leftover> scratch(MigrationTool tool, Table table, SchemaModel schema) {
    return match(PLAIN.get(tool), table)
        .or(() -> match(DOUBTFUL.get(tool), table).filter(base -> isCopy(table, base, schema)))
        .map(base -> new Leftover(tool, ObjectRef.of(table), base));
  }

  private static Optional<String> match(Pattern pattern, Table table) {
    if (pattern == null) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(table.name().name());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isCopy(Table scratch, String base, SchemaModel schema) {
    Set<String> names = new HashSet<>();
    scratch.columns().stream().map(Column::name).forEach(names::add);
    return schema
        .table(new ObjectName(scratch.name().schema(), base))
        .filter(table -> 2 * shared(table, names) >= Math.max(table.columns().size(), names.size()))
        .isPresent();
  }

  private static long shared(Table table, Set<String> names) {
    return table.columns().stream().filter(column -> names.contains(column.name())).count();
  }

  /** Between start and complete both versions are there, and that is how it is meant. */
  private static boolean isUnderWay(List<History> histories) {
    return histories.stream()
        .filter(history -> history.tool() == MigrationTool.PGROLL)
        .anyMatch(history -> !history.troubles().isEmpty() || !history.unread().isEmpty());
  }

  private static Stream<Leftover> columns(Table table) {
    return table.columns().stream()
        .filter(column -> OF_PGROLL.matcher(column.name()).matches())
        .map(
            column ->
                new Leftover(
                    MigrationTool.PGROLL,
                    ObjectRef.of(table.name(), column),
                    table.name().toString()));
  }
}
