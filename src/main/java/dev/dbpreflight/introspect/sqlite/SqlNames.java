package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.InSql;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How SQLite compares and quotes names. It folds the 26 letters of ASCII and no other: "É" and "é"
 * are two names.
 */
final class SqlNames {
  private static final Set<String> KEYWORDS =
      words(
          """
          abort action add after all alter always analyze and as asc attach autoincrement before begin
          between by cascade case cast check collate column commit conflict constraint create cross
          current current_date current_time current_timestamp database default deferrable deferred
          delete desc detach distinct do drop each else end escape except exclude exclusive exists
          explain fail filter first following for foreign from full generated glob group groups having
          if ignore immediate in index indexed initially inner insert instead intersect into is isnull
          join key last left like limit match materialized natural no not nothing notnull null nulls of
          offset on or order others outer over partition plan pragma preceding primary query raise range
          recursive references regexp reindex release rename replace restrict returning right rollback
          row rows savepoint select set table temp temporary then ties to transaction trigger unbounded
          union unique update using vacuum values view virtual when where window with within without\
          """);

  /** Keywords that the grammar never takes for a name unless they are quoted. */
  private static final Set<String> RESERVED =
      words(
          """
          add all alter and as autoincrement between case check collate commit constraint create
          default deferrable delete distinct drop else escape except exists foreign from group having
          in index insert intersect into is isnull join limit not nothing notnull null on or order
          primary references returning select set table then to transaction union unique update using
          values when where\
          """);

  private SqlNames() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.split("\\s+")));
  }

  /** The form in which two spellings of the same name are equal. */
  static String fold(String name) {
    return shifted(name, 'A', 'Z', 'a' - 'A');
  }

  static boolean same(String one, String other) {
    return fold(one).equals(fold(other));
  }

  /**
   * The opposite of {@link #fold}, for keywords, types and collations, which are shown in capitals.
   */
  static String capitals(String word) {
    return shifted(word, 'a', 'z', 'A' - 'a');
  }

  private static String shifted(String word, char first, char last, int distance) {
    StringBuilder shifted = null;
    for (int index = 0; index < word.length(); index++) {
      char character = word.charAt(index);
      if (character >= first && character <= last) {
        // Most words are in the wanted case already.
        shifted = shifted == null ? new StringBuilder(word) : shifted;
        shifted.setCharAt(index, (char) (character + distance));
      }
    }
    return shifted == null ? word : shifted.toString();
  }

  static Set<String> keywords() {
    return KEYWORDS;
  }

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(fold(word));
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(fold(word));
  }

  /** The name as SQL: in double quotes only where it needs them. */
  static String identifier(String name) {
    boolean plain =
        !name.isEmpty()
            && SqliteTokens.isNameStart(name.charAt(0))
            && name.chars().allMatch(character -> SqliteTokens.isNamePart((char) character))
            && !isKeyword(name);
    return plain ? name : InSql.name(name);
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String identifiers(Collection<String> names) {
    return names.stream().map(SqlNames::identifier).collect(Collectors.joining(", "));
  }
}
