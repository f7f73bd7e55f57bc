package dev.dbpreflight.model;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table or a view, or an attribute of a composite type.
 *
 * @param position from 1, counted without dropped columns
 * @param type with its modifier, as {@code format_type} prints it; as declared in SQLite
 * @param collation empty for the type's default
 * @param notNullName name of the NOT NULL constraint (PostgreSQL 18); empty when the server chose
 *     it
 * @param notNullOptions "NO INHERIT", "NOT VALID" (PostgreSQL 18), sorted; SQLite: "ON CONFLICT …"
 * @param defaultExpression empty for none, for identity and for generated columns
 * @param generated STORED and VIRTUAL columns have their expression in {@code generationExpression}
 * @param identity present for GENERATED … AS IDENTITY
 * @param storage "PLAIN", "EXTERNAL", "EXTENDED", "MAIN"; empty when it is the type's default
 * @param compression "pglz", "lz4"; empty for the server's default
 * @param statisticsTarget -1 for the server's default
 * @param options attribute options and foreign table column options, "name=value", sorted
 * @param inherited comes from a parent table only, not declared here
 * @param grants privileges on this column alone, sorted
 */
public record Column(
    String name,
    int position,
    String type,
    String collation,
    boolean notNull,
    String notNullName,
    List<String> notNullOptions,
    SqlText defaultExpression,
    Generated generated,
    SqlText generationExpression,
    Optional<Identity> identity,
    String storage,
    String compression,
    int statisticsTarget,
    List<String> options,
    boolean inherited,
    List<Grant> grants,
    String comment)
    implements TableMember {

  /** Whether the server computes the column, and when. */
  public enum Generated {
    NEVER,
    STORED,
    VIRTUAL
  }

  public Column {
    notNullOptions = Sorted.copyOf(notNullOptions);
    options = Sorted.copyOf(options);
    grants = Sorted.copyOf(grants);
  }

  /** A column with a type and nothing else. */
  public static Column of(String name, int position, String type) {
    return new Column(
        name,
        position,
        type,
        "",
        false,
        "",
        List.of(),
        SqlText.NONE,
        Generated.NEVER,
        SqlText.NONE,
        Optional.empty(),
        "",
        "",
        -1,
        List.of(),
        false,
        List.of(),
        "");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.COLUMN;
  }
}
