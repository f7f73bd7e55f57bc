package dev.dbpreflight.model;

import java.util.List;

/**
 * A constraint of a table or a domain. NOT NULL is a property of the column, not a constraint here.
 */
public sealed interface Constraint extends TableMember {

  String comment();

  /** When the constraint is checked. */
  enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /**
   * @param name empty for an unnamed constraint in SQLite
   * @param columns in key order
   * @param include columns that the index carries along, in order
   * @param withoutOverlaps the last column is a period (PostgreSQL 18)
   * @param autoincrement SQLite AUTOINCREMENT
   * @param descending key columns kept in descending order (SQLite), sorted; empty for a column
   *     that is the row id, which has no order of its own
   * @param collations "column COLLATION" where the key compares otherwise than the column (SQLite),
   *     sorted
   * @param onConflict SQLite's conflict clause; empty for none and for ABORT, which none means
   * @param storage of the index behind the key
   */
  record PrimaryKey(
      String name,
      List<String> columns,
      List<String> include,
      boolean withoutOverlaps,
      boolean autoincrement,
      List<String> descending,
      List<String> collations,
      String onConflict,
      Deferral deferral,
      Storage storage,
      String comment)
      implements Constraint {

    public PrimaryKey {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      descending = Sorted.copyOf(descending);
      collations = Sorted.copyOf(collations);
    }

    /** A key that compares as its columns do. */
    public PrimaryKey(
        String name,
        List<String> columns,
        List<String> include,
        boolean withoutOverlaps,
        boolean autoincrement,
        List<String> descending,
        String onConflict,
        Deferral deferral,
        Storage storage,
        String comment) {
      this(
          name,
          columns,
          include,
          withoutOverlaps,
          autoincrement,
          descending,
          List.of(),
          onConflict,
          deferral,
          storage,
          comment);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.PRIMARY_KEY;
    }
  }

  /**
   * The components mean what they mean in {@link PrimaryKey}.
   *
   * @param name "(columns)" for an unnamed constraint in SQLite
   */
  record Unique(
      String name,
      List<String> columns,
      List<String> include,
      boolean nullsNotDistinct,
      boolean withoutOverlaps,
      List<String> descending,
      List<String> collations,
      String onConflict,
      Deferral deferral,
      Storage storage,
      String comment)
      implements Constraint {

    public Unique {
      columns = List.copyOf(columns);
      include = List.copyOf(include);
      descending = Sorted.copyOf(descending);
      collations = Sorted.copyOf(collations);
    }

    /** A key that compares and sorts as its columns do. */
    public Unique(
        String name,
        List<String> columns,
        List<String> include,
        boolean nullsNotDistinct,
        boolean withoutOverlaps,
        String onConflict,
        Deferral deferral,
        Storage storage,
        String comment) {
      this(
          name,
          columns,
          include,
          nullsNotDistinct,
          withoutOverlaps,
          List.of(),
          List.of(),
          onConflict,
          deferral,
          storage,
          comment);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.UNIQUE;
    }
  }

  /**
   * @param name "(columns) -> table(columns)" for an unnamed constraint in SQLite
   * @param columns in key order, paired with {@code referencedColumns}
   * @param referencedColumns those of the primary key where SQLite's text names none; empty when
   *     there is no such key
   * @param onUpdate "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"
   * @param onDeleteColumns the columns of SET NULL (…) and SET DEFAULT (…); empty for all
   * @param match "SIMPLE", "FULL", "PARTIAL"; "SIMPLE" in SQLite, which ignores the others
   * @param validated false for NOT VALID
   * @param enforced false for NOT ENFORCED (PostgreSQL 18)
   * @param period the last column is a PERIOD (PostgreSQL 18)
   */
  record ForeignKey(
      String name,
      List<String> columns,
      ObjectName references,
      List<String> referencedColumns,
      String onUpdate,
      String onDelete,
      List<String> onDeleteColumns,
      String match,
      Deferral deferral,
      boolean validated,
      boolean enforced,
      boolean period,
      String comment)
      implements Constraint {

    public ForeignKey {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
      onDeleteColumns = List.copyOf(onDeleteColumns);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.FOREIGN_KEY;
    }
  }

  /**
   * @param name "(expression)" for an unnamed constraint in SQLite
   * @param inherited comes from a parent table only, not declared here
   */
  record Check(
      String name,
      SqlText expression,
      boolean validated,
      boolean enforced,
      boolean noInherit,
      boolean inherited,
      String comment)
      implements Constraint {

    @Override
    public ObjectKind kind() {
      return ObjectKind.CHECK;
    }
  }

  /**
   * @param method index access method
   * @param elements "expression WITH operator", in order
   * @param predicate empty for all rows
   */
  record Exclusion(
      String name,
      String method,
      List<String> elements,
      List<String> include,
      SqlText predicate,
      Deferral deferral,
      Storage storage,
      String comment)
      implements Constraint {

    public Exclusion {
      elements = List.copyOf(elements);
      include = List.copyOf(include);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.EXCLUSION;
    }
  }
}
