package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;
import java.util.List;

/** Where a database is. What it prints never holds a secret. */
public sealed interface DatabaseUrl permits PostgresUrl, SqliteUrl {

  /**
   * Reads any of the spellings that applications use: URLs, JDBC URLs, libpq keyword strings,
   * paths. Nothing is looked up: what the text leaves open is filled in by {@link TargetFinder}.
   *
   * @param source what the text was given by, for messages: "DATABASE_URL", "the command line"
   * @throws dev.dbpreflight.problem.ProblemException when the text cannot be understood; the
   *     message holds nothing of it that could be a password
   */
  static DatabaseUrl parse(String text, String source) {
    return switch (UrlReader.read(text, source)) {
      case UrlReader.Postgres postgres -> postgres.keywords().toUrl(source);
      case UrlReader.Sqlite sqlite -> sqlite.url();
    };
  }

  Engine engine();

  /** The URL for people: no password, no other secret, safe for logs. */
  String masked();

  /** What the URL was given by: "DATABASE_URL", "the command line". */
  String source();

  /** Remarks on what of the URL was left out of account; for progress, never a secret. */
  List<String> notes();

  /** The URL for people and where it came from, as problems name it. */
  default String place() {
    return masked() + "  (from " + source() + ")";
  }
}
