package dev.dbpreflight.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.model.ObjectName;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks through a script as psql does and counts tables and rows: strings, quoted names, comments,
 * dollar quotes and the rows of COPY are told apart, so that nothing in a value is taken for a
 * statement. Keeps one statement's first words in memory, whatever the size of the script.
 */
final class SqlScript implements DataSink {
  private static final int LONGEST = 400;

  private enum Place {
    TEXT,
    MINUS,
    SLASH,
    LINE_COMMENT,
    BLOCK_COMMENT,
    STRING,
    STRING_END,
    NAME,
    NAME_END,
    DOLLAR,
    QUOTED_BODY,
    META,
    BEFORE_ROWS,
    ROWS
  }

  private final TableTally tally;
  private final Consumer<String> comments;
  private final Consumer<String> metaCommands;

  private final ByteArrayOutputStream word = new ByteArrayOutputStream();
  private SqlStatement statement = new SqlStatement();
  private Place place = Place.TEXT;
  private boolean backslashes;
  private boolean escaping;
  private boolean escaped;
  private int blockDepth;
  private int previous;
  private byte[] bodyEnd = {};
  private int matched;
  private long statementBytes;
  private CopyRows rows = new CopyRows();
  private Optional<ObjectName> rowsOf = Optional.empty();

  /**
   * @param comments is told each comment that is a line
   * @param metaCommands is told each command for psql
   */
  SqlScript(TableTally tally, Consumer<String> comments, Consumer<String> metaCommands) {
    this.tally = tally;
    this.comments = comments;
    this.metaCommands = metaCommands;
  }

  /** Whether the script may end here: no statement has begun. */
  boolean isBetweenStatements() {
    return place == Place.TEXT && word.size() == 0 && statement.isEmpty();
  }

  @Override
  public void accept(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (place == Place.ROWS) {
        at = rows.take(bytes, at, to);
        if (rows.ended()) {
          rowsOf.ifPresent(table -> tally.rows(table, rows.rows(), rows.bytes()));
          place = Place.TEXT;
        }
      } else {
        statementBytes++;
        step(bytes[at++] & 0xFF);
      }
    }
  }

  private void step(int value) {
    switch (place) {
      case TEXT -> text(value);
      case MINUS -> afterSign(value, '-', Place.LINE_COMMENT);
      case SLASH -> afterSign(value, '*', Place.BLOCK_COMMENT);
      case LINE_COMMENT -> line(value, comments);
      case META -> line(value, metaCommands);
      case BLOCK_COMMENT -> blockComment(value);
      case STRING -> string(value);
      case STRING_END -> reopen(value, '\'', Place.STRING);
      case NAME -> name(value);
      case NAME_END -> reopen(value, '"', Place.NAME);
      case DOLLAR -> dollar(value);
      case QUOTED_BODY -> body(value);
      case BEFORE_ROWS -> place = value == '\n' ? Place.ROWS : place;
      case ROWS -> throw new IllegalStateException("rows are not read letter by letter");
    }
  }

  private void text(int value) {
    if (isWord(value) || value == '$' && word.size() > 0) {
      keep(value);
      return;
    }
    boolean escapes = word.size() == 1 && (word.toByteArray()[0] | 0x20) == 'e';
    if (value == '\'') {
      if (escapes) {
        word.reset();
      }
      escaping = backslashes || escapes;
      escaped = false;
    }
    endWord();
    switch (value) {
      case '\'' -> place = Place.STRING;
      case '"' -> place = Place.NAME;
      case '-' -> place = Place.MINUS;
      case '/' -> place = Place.SLASH;
      case '$' -> place = Place.DOLLAR;
      case ';' -> semicolon();
      case '(', ')', '.', ',', '=' -> statement.token(String.valueOf((char) value));
      case '\\' -> place = statement.isEmpty() ? Place.META : Place.TEXT;
      default -> {
        // White space and signs say nothing about tables.
      }
    }
  }

  private static boolean isWord(int value) {
    return value >= 'a' && value <= 'z'
        || value >= 'A' && value <= 'Z'
        || value >= '0' && value <= '9'
        || value == '_'
        || value >= 0x80;
  }

  private void keep(int value) {
    if (word.size() < LONGEST) {
      word.write(value);
    }
  }

  private String taken() {
    String text = word.toString(UTF_8);
    word.reset();
    return text;
  }

  private void endWord() {
    if (word.size() > 0) {
      statement.token(taken().toLowerCase(Locale.ROOT));
    }
  }

  private void afterSign(int value, int second, Place then) {
    if (value == second) {
      place = then;
      blockDepth = 1;
      previous = 0;
    } else {
      place = Place.TEXT;
      text(value);
    }
  }

  private void line(int value, Consumer<String> listener) {
    if (value == '\n') {
      place = Place.TEXT;
      listener.accept(taken().strip());
    } else {
      keep(value);
    }
  }

  private void blockComment(int value) {
    if (previous == '*' && value == '/') {
      blockDepth--;
      previous = 0;
    } else if (previous == '/' && value == '*') {
      blockDepth++;
      previous = 0;
    } else {
      previous = value;
    }
    place = blockDepth == 0 ? Place.TEXT : place;
  }

  private void string(int value) {
    if (escaped) {
      escaped = false;
    } else if (escaping && value == '\\') {
      escaped = true;
    } else if (value == '\'') {
      place = Place.STRING_END;
    }
  }

  private void name(int value) {
    if (value == '"') {
      place = Place.NAME_END;
    } else {
      keep(value);
    }
  }

  /** A doubled quote is one of the value. */
  private void reopen(int value, int quote, Place inside) {
    if (value == quote) {
      if (inside == Place.NAME) {
        keep(quote);
      }
      place = inside;
      return;
    }
    statement.token(inside == Place.NAME ? "\"" + taken() : "'");
    place = Place.TEXT;
    text(value);
  }

  private void dollar(int value) {
    if (isWord(value)) {
      keep(value);
    } else if (value == '$') {
      bodyEnd = ("$" + taken() + "$").getBytes(UTF_8);
      matched = 0;
      place = Place.QUOTED_BODY;
    } else {
      word.reset();
      place = Place.TEXT;
      text(value);
    }
  }

  private void body(int value) {
    if (value == (bodyEnd[matched] & 0xFF)) {
      matched++;
    } else {
      matched = value == '$' ? 1 : 0;
    }
    if (matched == bodyEnd.length) {
      place = Place.TEXT;
    }
  }

  private void semicolon() {
    if (!statement.endsAtSemicolon()) {
      return;
    }
    statement.createdTable().ifPresent(tally::defined);
    statement
        .insertedInto()
        .ifPresent(table -> tally.rows(table, statement.insertedRows(), statementBytes));
    statement.setsBackslashes().ifPresent(on -> backslashes = on);
    rowsOf = statement.copied();
    if (rowsOf.isPresent()) {
      rows = new CopyRows();
      place = Place.BEFORE_ROWS;
    }
    statement = new SqlStatement();
    statementBytes = 0;
  }
}
