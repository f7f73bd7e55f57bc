package dev.dbpreflight.diff;

import dev.dbpreflight.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SQLite keeps the text that the user wrote, whatever its version; only ALTER TABLE … RENAME
 * changes it, and quotes the new name.
 */
final class SqliteDialect implements Dialect {
  private static final Set<String> BEFORE_TABLE = Set.of("JOIN", "INTO", "UPDATE");
  private static final Pattern PLAIN_NAME = Pattern.compile("\"[A-Za-z_][A-Za-z0-9_]*\"");

  @Override
  public String nameKey(String name) {
    StringBuilder key = new StringBuilder(name);
    for (int at = 0; at < key.length(); at++) {
      char character = key.charAt(at);
      if (character >= 'A' && character <= 'Z') {
        key.setCharAt(at, (char) (character + ('a' - 'A')));
      }
    }
    return key.toString();
  }

  /** Words without regard to case, layout, comments and parentheses around the whole. */
  @Override
  public Object canonical(String sql) {
    List<SqlToken> tokens = Parentheses.withoutOuter(SqlTokens.of(sql, "\"`["));
    List<String> words = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      words.add(word(tokens, at));
    }
    return words;
  }

  @Override
  public Optional<String> excuse(String expected, String actual) {
    return Optional.empty();
  }

  @Override
  public Object shared(Object value) {
    return value;
  }

  /**
   * Elsewhere a quoted word stays quoted: where no column has its name, SQLite takes it for a
   * string.
   */
  private String word(List<SqlToken> tokens, int at) {
    SqlToken token = tokens.get(at);
    if (token.kind() == Kind.WORD) {
      return nameKey(token.text());
    }
    boolean qualifies = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
    if ((qualifies || namesTable(tokens, at)) && PLAIN_NAME.matcher(token.text()).matches()) {
      return nameKey(token.text().substring(1, token.text().length() - 1));
    }
    return token.text();
  }

  private static boolean namesTable(List<SqlToken> tokens, int at) {
    if (at == 0) {
      return false;
    }
    SqlToken before = tokens.get(at - 1);
    if (before.is("FROM")) {
      return at == 1 || !tokens.get(at - 2).is("DISTINCT");
    }
    boolean ofTrigger = before.is("ON") && tokens.get(0).is("CREATE");
    return ofTrigger || BEFORE_TABLE.stream().anyMatch(before::is);
  }
}
