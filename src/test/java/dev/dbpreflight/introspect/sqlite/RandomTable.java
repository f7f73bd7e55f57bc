package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.InSql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A table with two indexes, made up of everything that the grammar allows, and spelled in many
 * ways: quoting, case, white space and comments are drawn anew for each spelling.
 */
final class RandomTable {
  private static final List<String> NAMES =
      List.of(
          "a", "b", "Mixed", "key", "desc", "select", "c d", "x\"y", "größe", "end", "_1", "a]b");
  private static final List<String> TYPES =
      List.of("", "INTEGER", "TEXT", "VARCHAR ( 10 )", "DECIMAL ( 10 , 2 )", "UNSIGNED BIG INT");
  private static final List<String> VALUES =
      List.of("1", "'it''s'", "-1", "1.5e3", "x'ab'", "NULL", "TRUE", "CURRENT_DATE");
  private static final List<String> BINARY =
      List.of("+", "-", "*", "||", "=", "<>", "<", ">=", "AND", "OR", "LIKE", "IS", "IS NOT", "IN");
  private static final List<String> SPACES =
      List.of(" ", "  ", "\n", "\t", " /* ), ' \" */ ", " -- it's (\n");

  /** A word of the statement; names are spelled in any quoting. */
  private record Word(String text, boolean name) {}

  private final Random random;
  private final List<String> columns;
  private final List<Word> words = new ArrayList<>();

  RandomTable(long seed) {
    random = new Random(seed);
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    columns = names.subList(0, 2 + random.nextInt(5));
    table();
    index("i");
    index("j");
  }

  private RandomTable(long seed, List<String> columns) {
    random = new Random(seed);
    this.columns = columns;
  }

  static List<String> names() {
    return NAMES;
  }

  /** An expression over all the names, instead of a table. */
  static RandomTable expression(long seed) {
    RandomTable table = new RandomTable(seed, NAMES);
    table.expression(4);
    return table;
  }

  private void table() {
    sql("CREATE TABLE").name("t").sql("(");
    for (int column = 0; column < columns.size(); column++) {
      sql(column == 0 ? "" : ",").name(columns.get(column)).sql(pick(TYPES));
      for (int constraint = random.nextInt(4); constraint > 0; constraint--) {
        columnConstraint();
      }
    }
    for (int constraint = random.nextInt(4); constraint > 0; constraint--) {
      sql(",");
      tableConstraint();
    }
    sql(")").sql(pick(List.of("", "", "WITHOUT ROWID"))).sql(";");
  }

  private void columnConstraint() {
    if (random.nextInt(3) == 0) {
      sql("CONSTRAINT").name(pick(NAMES));
    }
    switch (random.nextInt(10)) {
      case 0 -> sql("NOT NULL").conflict();
      case 1 -> sql("UNIQUE").conflict();
      case 2 -> sql("CHECK").inParentheses(2);
      case 3 -> sql("DEFAULT").sql(pick(VALUES));
      case 4 -> sql("DEFAULT ( lower ( 'X' ) )");
      case 5 -> sql("COLLATE").sql(pick(List.of("NOCASE", "BINARY", "RTRIM")));
      case 6 -> references();
      case 7 -> sql("PRIMARY KEY").sql(pick(List.of("", "ASC", "DESC"))).conflict();
      case 8 -> sql("GENERATED ALWAYS AS").inParentheses(1).sql(pick(List.of("", "STORED")));
      default -> sql("NULL");
    }
  }

  private void tableConstraint() {
    if (random.nextBoolean()) {
      sql("CONSTRAINT").name(pick(NAMES));
    }
    switch (random.nextInt(4)) {
      case 0 -> sql("UNIQUE").keys(false).conflict();
      case 1 -> sql("CHECK").inParentheses(3);
      case 2 -> sql("PRIMARY KEY").keys(false).conflict();
      default -> {
        sql("FOREIGN KEY (").name(pick(columns)).sql(")");
        references();
      }
    }
  }

  private void references() {
    sql("REFERENCES").name(pick(List.of("t", "other"))).sql("(").name(pick(columns)).sql(")");
    sql(pick(List.of("", "ON DELETE CASCADE", "ON UPDATE SET NULL MATCH FULL")));
    sql(pick(List.of("", "DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE")));
  }

  private RandomTable conflict() {
    return sql(pick(List.of("", "", "ON CONFLICT REPLACE", "ON CONFLICT ABORT")));
  }

  private void index(String index) {
    sql(pick(List.of("CREATE INDEX", "CREATE UNIQUE INDEX"))).name(index).sql("ON").name("t");
    keys(true);
    if (random.nextBoolean()) {
      sql("WHERE");
      expression(2);
    }
    sql(";");
  }

  private RandomTable keys(boolean expressions) {
    sql("(");
    // A column that is twice in one key is the one thing that the model cannot tell apart.
    List<String> unused = new ArrayList<>(columns);
    Collections.shuffle(unused, random);
    int count = 1 + random.nextInt(Math.min(3, unused.size()));
    for (int key = 0; key < count; key++) {
      sql(key == 0 ? "" : ",");
      if (expressions && random.nextBoolean()) {
        sql("lower (");
        expression(1);
        sql(")");
      } else {
        name(unused.get(key));
      }
      sql(pick(List.of("", "COLLATE NOCASE", "COLLATE BINARY")))
          .sql(pick(List.of("", "ASC", "DESC")));
    }
    return sql(")");
  }

  private RandomTable inParentheses(int depth) {
    sql("(");
    expression(depth);
    return sql(")");
  }

  private void expression(int depth) {
    switch (depth == 0 ? random.nextInt(2) : random.nextInt(9)) {
      case 0 -> name(pick(columns));
      case 1 -> sql(pick(VALUES));
      case 2 -> {
        sql("(");
        expression(depth - 1);
        sql(")");
      }
      case 3 -> {
        sql("CASE WHEN");
        expression(depth - 1);
        sql("THEN");
        expression(depth - 1);
        sql("ELSE 'END' END");
      }
      case 4 -> {
        sql("coalesce (");
        expression(depth - 1);
        sql(", - -");
        name(pick(columns)).sql(")");
      }
      case 5 -> {
        sql("CAST (");
        expression(depth - 1);
        sql("AS VARCHAR ( 3 ) )");
      }
      default -> {
        expression(depth - 1);
        String operator = pick(BINARY);
        sql(operator).sql(operator.equals("IN") ? "( 1 ," : "");
        expression(depth - 1);
        sql(operator.equals("IN") ? ")" : "");
      }
    }
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private RandomTable sql(String text) {
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        words.add(new Word(word, false));
      }
    }
    return this;
  }

  private RandomTable name(String name) {
    words.add(new Word(name, true));
    return this;
  }

  /** The statements with nothing but what they need. */
  String plain() {
    StringBuilder script = new StringBuilder();
    words.forEach(
        word -> script.append(word.name() ? InSql.name(word.text()) : word.text()).append(' '));
    return script.toString();
  }

  /** The same statements as somebody else could have written them. */
  String spelled(long seed) {
    Random style = new Random(seed);
    StringBuilder script = new StringBuilder();
    for (Word word : words) {
      script.append(word.name() ? quoted(word.text(), style) : cased(word.text(), style));
      script.append(SPACES.get(style.nextInt(SPACES.size())));
    }
    return script.toString();
  }

  private static String cased(String word, Random style) {
    boolean literal = word.startsWith("'") || word.startsWith("x'");
    return literal || style.nextBoolean() ? word : SqlNames.fold(word);
  }

  private static String quoted(String name, Random style) {
    return switch (style.nextInt(4)) {
      case 0 -> InSql.name(name);
      case 1 -> "`" + name + "`";
      case 2 -> name.contains("]") ? InSql.name(name) : "[" + name + "]";
      default -> SqlNames.identifier(name);
    };
  }
}
