package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ServerVersion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * PostgreSQL prints SQL from its parsed form, and every major version has its own way of doing so.
 * Layout, quotes that are not needed, qualified columns of the only table and the like are proven
 * to mean the same; for the rest, two servers of one version never need an excuse, two of different
 * versions do.
 */
final class PostgresDialect implements Dialect {
  /** From here on, versions differ in how they print, not in which constants they print. */
  private static final int SAME_CONSTANTS = 14;

  private static final int MAINTAIN_PRIVILEGE = 17;
  private static final Pattern NEEDLESSLY_QUOTED =
      Pattern.compile("\"(?!char\")[a-z_][a-z0-9_$]*\"");

  private final int older;
  private final int newer;

  PostgresDialect(ServerVersion expected, ServerVersion actual) {
    older = Math.min(expected.major(), actual.major());
    newer = Math.max(expected.major(), actual.major());
  }

  @Override
  public String nameKey(String name) {
    return name;
  }

  @Override
  public Object canonical(String sql) {
    return words(sql);
  }

  @Override
  public Optional<String> excuse(String expected, String actual) {
    if (older == newer || provenToDiffer(words(expected), words(actual))) {
      return Optional.empty();
    }
    return Optional.of(
        "PostgreSQL %d and %d may print the same SQL differently".formatted(older, newer));
  }

  @Override
  public Object shared(Object value) {
    return switch (value) {
      case Facet.Since since -> older < since.major() ? "" : since.value();
      case List<?> list -> list.stream().filter(this::isShared).toList();
      default -> value;
    };
  }

  /** The built-in privileges of an owner got one more, so that every table would differ. */
  private boolean isShared(Object element) {
    return older >= MAINTAIN_PRIVILEGE
        || !(element instanceof Grant grant && grant.privilege().equals("MAINTAIN"));
  }

  private static List<SqlToken> words(String sql) {
    List<SqlToken> tokens =
        SqlTokens.of(sql, "\"").stream().map(PostgresDialect::unquoted).toList();
    List<SqlToken> sameForAll = PostgresSpelling.ofServerVersions(tokens);
    return Parentheses.withoutOuter(Parentheses.withoutDoubled(sameForAll));
  }

  /** Which names need quotes depends on the version's keywords. Keywords proper are in capitals. */
  private static SqlToken unquoted(SqlToken token) {
    if (token.kind() != Kind.QUOTED_NAME || !NEEDLESSLY_QUOTED.matcher(token.text()).matches()) {
      return token;
    }
    return new SqlToken(Kind.WORD, token.text().substring(1, token.text().length() - 1));
  }

  private boolean provenToDiffer(List<SqlToken> expected, List<SqlToken> actual) {
    boolean names = isPlainName(expected) && isPlainName(actual);
    return names || (older >= SAME_CONSTANTS && !constants(expected).equals(constants(actual)));
  }

  private static List<String> constants(List<SqlToken> tokens) {
    return tokens.stream().filter(SqlToken::isLiteral).map(SqlToken::text).sorted().toList();
  }

  /** "public.users", "now()": there is only one way to print these. */
  private static boolean isPlainName(List<SqlToken> tokens) {
    int size = tokens.size();
    boolean call = size > 2 && tokens.get(size - 2).is("(") && tokens.get(size - 1).is(")");
    List<SqlToken> path = call ? tokens.subList(0, size - 2) : tokens;
    return path.stream().allMatch(token -> token.kind() == Kind.WORD || token.is("."));
  }
}
