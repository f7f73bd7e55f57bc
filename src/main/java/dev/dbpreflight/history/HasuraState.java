package dev.dbpreflight.history;

import dev.dbpreflight.history.Trouble.Kind;
import java.util.List;

/**
 * A JSON document of Hasura that holds an object per data source, with one member per version. It
 * is asked for as rows of (source, version, dirty).
 */
public record HasuraState() implements Reading {
  private static final Rows ROWS =
      Rows.newest("version", "source", "#version")
          .per("source", "/")
          .where(row -> !row.flag("dirty"))
          .trouble(Kind.DIRTY, row -> row.flag("dirty"));

  /** What its rows are made of. */
  public static final List<String> COLUMNS = List.of("source", "version", "dirty");

  @Override
  public Account judge(Books books) {
    return ROWS.judge(books);
  }
}
