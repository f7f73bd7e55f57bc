package dev.dbpreflight.history;

import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the bookkeeping table of one tool looks like: exactly these columns, of these types, under
 * one of these names. The name alone never decides.
 *
 * @param names default names in lower case
 * @param nameLike other names are fine too if they contain this; null when only the default names
 *     are
 * @param schemas the only schemas that it is found in; empty for any
 * @param hints further things that must be true of the table
 * @param needed tables that must be in the same schema
 * @param absent names of tables that must not be in the same schema
 * @param companions further tables of the tool, where they exist
 */
record Signature(
    MigrationTool tool,
    Set<String> names,
    String nameLike,
    Set<String> schemas,
    List<ColumnPattern> columns,
    List<Predicate<Table>> hints,
    List<Companion> needed,
    Set<String> absent,
    List<Companion> companions,
    Reading reading) {

  /**
   * A further table of a tool.
   *
   * @param name in lower case; "{}" stands for the name of the tool's main table
   * @param locks which of its rows are locks; null when none can be
   */
  record Companion(String name, List<ColumnPattern> columns, LockRows locks) {

    boolean matches(String mainTable, Candidate table) {
      return nameBeside(mainTable).equals(table.name()) && table.has(columns);
    }

    String nameBeside(String mainTable) {
      return name.replace("{}", mainTable);
    }

    boolean isAmong(Neighbours tables, String mainTable) {
      return tables.named(nameBeside(mainTable)).stream()
          .anyMatch(table -> matches(mainTable, table));
    }
  }

  static Signature of(MigrationTool tool, String name, String columns, Reading reading) {
    return new Signature(
        tool,
        Set.of(name.split(" ")),
        null,
        Set.of(),
        ColumnPattern.parse(columns),
        List.of(),
        List.of(),
        Set.of(),
        List.of(),
        reading);
  }

  /** The columns are like no other table's, so that any name will do. */
  Signature underAnyName() {
    return underNamesLike("");
  }

  Signature underNamesLike(String part) {
    return new Signature(
        tool, names, part, schemas, columns, hints, needed, absent, companions, reading);
  }

  Signature inSchemas(String... only) {
    return new Signature(
        tool, names, nameLike, Set.of(only), columns, hints, needed, absent, companions, reading);
  }

  Signature where(Predicate<Table> hint) {
    List<Predicate<Table>> all = new ArrayList<>(hints);
    all.add(hint);
    return new Signature(
        tool, names, nameLike, schemas, columns, all, needed, absent, companions, reading);
  }

  /** With a table beside it, without which it is not recognised. */
  Signature needs(String name, String companionColumns, LockRows locks) {
    Companion companion = new Companion(name, ColumnPattern.parse(companionColumns), locks);
    List<Companion> all = new ArrayList<>(needed);
    all.add(companion);
    return new Signature(
            tool, names, nameLike, schemas, columns, hints, all, absent, companions, reading)
        .with(companion);
  }

  Signature without(String name) {
    return new Signature(
        tool, names, nameLike, schemas, columns, hints, needed, Set.of(name), companions, reading);
  }

  /** With a table beside it that belongs to it where it exists. */
  Signature with(String name, String companionColumns) {
    return withLocks(name, companionColumns, null);
  }

  /** With a table beside it in which it keeps its lock. */
  Signature withLocks(String name, String companionColumns, LockRows locks) {
    return with(new Companion(name, ColumnPattern.parse(companionColumns), locks));
  }

  private Signature with(Companion companion) {
    List<Companion> all = new ArrayList<>(companions);
    all.add(companion);
    return new Signature(
        tool, names, nameLike, schemas, columns, hints, needed, absent, all, reading);
  }

  boolean matches(Candidate table, Neighbours neighbours) {
    boolean named =
        names.contains(table.name()) || (nameLike != null && table.name().contains(nameLike));
    return named
        && (schemas.isEmpty() || schemas.contains(table.schema()))
        && table.has(columns)
        && hints.stream().allMatch(hint -> hint.test(table.table()))
        && needed.stream().allMatch(one -> one.isAmong(neighbours, table.name()))
        && absent.stream().allMatch(name -> neighbours.named(name).isEmpty());
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
