package dev.dbpreflight.introspect.sqlite;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that one piece of SQL can mean. SQLite takes a word in double quotes that names nothing
 * for a string, so only the scope can tell {@code "open"} the column from {@code "open"} the text.
 */
final class NameScope {
  /** In a default nothing but constants may stand. */
  static final NameScope NOTHING = new NameScope(Map.of(), Map.of());

  private static final List<String> BEFORE_ALIAS =
      List.of("AS", "WITH", "RECURSIVE", "FROM", "JOIN", "INTO", "UPDATE");

  private static final List<String> ROW_ID = List.of("rowid", "oid", "_rowid_");

  /** What triggers and upserts call the rows that they are about. */
  private static final List<String> ROWS = List.of("new", "old", "excluded");

  /** By folded name, as the catalog spells it. */
  private final Map<String, String> spellings;

  /** Names that the text itself introduces, as it spells them first. */
  private final Map<String, String> aliases;

  private NameScope(Map<String, String> spellings, Map<String, String> aliases) {
    this.spellings = spellings;
    this.aliases = aliases;
  }

  /** What an expression of a table's definition can name. */
  static NameScope ofTable(String table, Collection<String> columns) {
    Map<String, String> spellings = new HashMap<>();
    ROW_ID.forEach(name -> spellings.put(name, name));
    spellings.put(SqlNames.fold(table), table);
    columns.forEach(name -> spellings.put(SqlNames.fold(name), name));
    return new NameScope(spellings, Map.of());
  }

  /**
   * What a view or a trigger can name: the relations that it mentions anywhere, their columns, and
   * its own aliases. That is more than SQLite would find at each place, but a word that is wrongly
   * taken for a name is one that SQLite would refuse without its quotes, so two valid texts never
   * become equal by it.
   */
  static NameScope ofStatement(List<SqlToken> tokens, RelationNames relations) {
    Map<String, String> spellings = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    ROW_ID.forEach(name -> spellings.put(name, name));
    ROWS.forEach(name -> aliases.put(name, name));
    SqlToken previous = SqlToken.END;
    for (SqlToken token : tokens) {
      if (token.canBeName()) {
        relations.addMentioned(token.name(), spellings);
        if (isSurelyName(token, previous)) {
          aliases.putIfAbsent(SqlNames.fold(token.name()), token.name());
        }
      }
      // IS DISTINCT FROM is a comparison: what follows it may well be a string.
      boolean compares = token.isWord("FROM") && previous.isWord("DISTINCT");
      previous = compares ? SqlToken.END : token;
    }
    return new NameScope(spellings, aliases);
  }

  private static boolean isSurelyName(SqlToken token, SqlToken previous) {
    boolean introduced = BEFORE_ALIAS.stream().anyMatch(previous::isWord) || endsOperand(previous);
    return switch (token.kind()) {
      case WORD -> !isKeywordOrTruth(token.text()) || isKeywordAsAlias(token, previous);
      case QUOTED -> introduced || !token.isDoubleQuoted();
      case STRING -> introduced;
      case BLOB, NUMBER, VARIABLE, OPERATOR -> false;
    };
  }

  private static boolean isKeywordAsAlias(SqlToken token, SqlToken previous) {
    return previous.isWord("AS") && !SqlNames.isReserved(token.text());
  }

  private static boolean endsOperand(SqlToken token) {
    return switch (token.kind()) {
      case WORD -> !SqlNames.isKeyword(token.text()) || token.isWord("END") || token.isWord("NULL");
      case OPERATOR -> token.isOperator(")");
      case QUOTED, STRING, BLOB, NUMBER, VARIABLE -> true;
    };
  }

  private static boolean isKeywordOrTruth(String word) {
    return SqlNames.isKeyword(word) || SqlNames.same(word, "true") || SqlNames.same(word, "false");
  }

  boolean knows(String name) {
    String folded = SqlNames.fold(name);
    return spellings.containsKey(folded) || aliases.containsKey(folded);
  }

  /** The catalog's spelling where the catalog has the name, else the first one of the text. */
  String spell(String name) {
    String folded = SqlNames.fold(name);
    return spellings.getOrDefault(folded, aliases.getOrDefault(folded, name));
  }
}
