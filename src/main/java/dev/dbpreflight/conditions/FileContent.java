package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.util.List;

/**
 * What is wrong with the content of a database file. All empty where nothing is, and where it was
 * not looked at; in that case it is unread.
 *
 * @param damage a file that ends within a page, and what SQLite says of broken pages, indexes and
 *     records, in its order; not all of it where there is much
 * @param violations what SQLite says of rows that break a NOT NULL or the type of a strict table;
 *     CHECK constraints are none of it, for SQLite forgets them in a file that it may not write to
 * @param orphans rows that refer to rows that are not there
 */
public record FileContent(List<String> damage, List<String> violations, List<Orphans> orphans) {
  public static final FileContent NONE = new FileContent(List.of(), List.of(), List.of());

  /**
   * Rows of one table without the row that they refer to.
   *
   * @param parent the table that their foreign key refers to, which may be missing itself
   */
  public record Orphans(ObjectName table, String parent, long rows) {}

  public FileContent {
    damage = List.copyOf(damage);
    violations = List.copyOf(violations);
    orphans = List.copyOf(orphans);
  }
}
