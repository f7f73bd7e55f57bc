package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by the first characters which kind of spelling a database URL is. */
final class UrlReader {
  private static final Pattern SCHEME = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+._-]*):(.*)");
  private static final Pattern KEYWORD = Pattern.compile("(?s)\\s*([A-Za-z_]+)\\s*=.*");
  private static final Pattern WINDOWS_PATH = Pattern.compile("(?s)[A-Za-z]:(?![^\\\\/]*@).*");

  /** The names that applications give the same engine, with a driver behind a plus sign or not. */
  private static final Set<String> POSTGRES =
      Set.of("postgresql", "postgres", "postgis", "pgsql", "psql");

  private static final Set<String> SQLITE = Set.of("sqlite", "sqlite3");

  private static final List<String> SCHEMES =
      List.of("postgresql", "postgres", "sqlite", "file", "jdbc:postgresql", "jdbc:sqlite");

  /** What a text turned out to be; keywords still hold secrets. */
  sealed interface Reading {}

  record Postgres(PostgresKeywords keywords) implements Reading {}

  record Sqlite(SqliteUrl url) implements Reading {}

  private UrlReader() {}

  static Reading read(String given, String source) {
    Refusal refusal = new Refusal(source);
    String text = given.strip();
    requireReadable(text, refusal);
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches() || WINDOWS_PATH.matcher(text).matches()) {
      return readWithoutScheme(text, refusal);
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    String rest = scheme.group(2);
    if (name.equals("jdbc") || name.equals("r2dbc")) {
      return readJava(name, rest, refusal);
    }
    String engine = name.replaceFirst("\\+.*", "");
    if (POSTGRES.contains(engine) && rest.startsWith("//")) {
      return new Postgres(new PostgresUrlReader(refusal, false).read(rest.substring(2)));
    }
    if (SQLITE.contains(engine)) {
      return new Sqlite(new SqliteUrlReader(refusal).readUrl(rest));
    }
    if (name.equals("file")) {
      return new Sqlite(new SqliteUrlReader(refusal).readFileUri(rest));
    }
    if (isKeywordString(text)) {
      return new Postgres(KeywordString.read(text, refusal));
    }
    throw unknownScheme(engine, rest, refusal);
  }

  private static void requireReadable(String text, Refusal refusal) {
    if (text.isEmpty()) {
      throw refusal.because("it is empty", "use one of " + Refusal.FORMS);
    }
    if (text.indexOf('\0') >= 0) {
      throw refusal.because("it holds a NUL character", "remove that character");
    }
    char first = text.charAt(0);
    if ((first == '"' || first == '\'') && text.length() > 1 && text.endsWith("" + first)) {
      throw refusal.because(
          "it is wrapped in quotes", "remove the quotes: an env file keeps them as they are");
    }
  }

  private static Reading readWithoutScheme(String text, Refusal refusal) {
    return isKeywordString(text)
        ? new Postgres(KeywordString.read(text, refusal))
        : new Sqlite(new SqliteUrlReader(refusal).readPath(text));
  }

  /** A path may hold an equals sign too, so the word before it must be a keyword or nearly one. */
  private static boolean isKeywordString(String text) {
    Matcher keyword = KEYWORD.matcher(text);
    return keyword.matches()
        && PostgresParameters.NAMES.stream()
            .anyMatch(
                name -> Nearest.distance(keyword.group(1), name) <= (name.length() > 4 ? 2 : 1));
  }

  private static Reading readJava(String prefix, String rest, Refusal refusal) {
    Matcher scheme = SCHEME.matcher(rest);
    String engine = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    if (engine.equals("postgresql") || engine.equals("postgres")) {
      return new Postgres(new PostgresUrlReader(refusal, true).readJava(scheme.group(2)));
    }
    if (engine.equals("sqlite") && prefix.equals("jdbc")) {
      return new Sqlite(new SqliteUrlReader(refusal).readJava(scheme.group(2)));
    }
    throw unknownScheme(prefix + ":" + engine, scheme.matches() ? scheme.group(2) : "", refusal);
  }

  private static RuntimeException unknownScheme(String name, String rest, Refusal refusal) {
    if (POSTGRES.contains(name)) {
      return refusal.because(
          "\"" + name + ":\" must be followed by two slashes",
          "write " + name + "://user@host:5432/database");
    }
    if (rest.indexOf('@') >= 0 && !rest.startsWith("//") && name.indexOf(':') < 0) {
      return refusal.because(
          "it has no scheme", "put postgresql:// before it, or ./ if it is the path of a file");
    }
    List<String> nearest = Nearest.to(name, SCHEMES);
    String suggestion =
        Optional.of(nearest)
            .filter(names -> !names.isEmpty())
            .map(names -> "did you mean \"" + String.join("\", \"", names) + "\"? Otherwise use ")
            .orElse("use ");
    return refusal.because(
        "unknown scheme \"" + name + "\"",
        suggestion + Refusal.FORMS + "; for a file of that name write ./ before it");
  }
}
