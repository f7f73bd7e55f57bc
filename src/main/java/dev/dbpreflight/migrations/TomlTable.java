package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The strings, lists of strings and truth values of one table of a TOML file. Whatever else is in
 * the file is passed over.
 */
final class TomlTable {
  private final Map<String, List<String>> values = new HashMap<>();
  private final SourceCursor source;
  private boolean present;

  /**
   * @param table its name with dots: "tool.alembic"
   */
  TomlTable(String text, String table) {
    source = new SourceCursor(text);
    boolean inside = false;
    while (!source.atEnd()) {
      blanks();
      if (source.is('[')) {
        inside = header().equals(table);
        present |= inside;
      } else if (!source.isLineEnd() && !source.is('#') && !source.atEnd()) {
        pair(inside);
      }
      source.skipLine();
      if (!source.atEnd()) {
        source.lineEnd();
      }
    }
  }

  boolean present() {
    return present;
  }

  Optional<List<String>> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private void blanks() {
    while (source.is(' ') || source.is('\t')) {
      source.next();
    }
  }

  private String header() {
    StringBuilder name = new StringBuilder();
    while (!source.atEnd() && !source.isLineEnd() && !source.is(']')) {
      char next = source.next();
      if ("[ \t\"'".indexOf(next) < 0) {
        name.append(next);
      }
    }
    return name.toString();
  }

  private void pair(boolean inside) {
    StringBuilder key = new StringBuilder();
    while (!source.atEnd() && !source.isLineEnd() && !source.is('=')) {
      char next = source.next();
      if (" \t\"'".indexOf(next) < 0) {
        key.append(next);
      }
    }
    source.skip("=");
    List<String> value = value();
    if (inside) {
      values.put(key.toString(), value);
    }
  }

  /** Strings in it, however deep in brackets; a bare word if there is none. */
  private List<String> value() {
    List<String> strings = new ArrayList<>();
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    while (!source.atEnd() && (depth > 0 || !source.isLineEnd())) {
      if (source.isLineEnd()) {
        source.lineEnd();
      } else if (source.is('#')) {
        source.skipLine();
      } else if (source.is('"') || source.is('\'')) {
        strings.add(string());
      } else {
        char next = source.next();
        depth += "[{".indexOf(next) >= 0 ? 1 : "]}".indexOf(next) >= 0 ? -1 : 0;
        bare.append(" \t,[]{}".indexOf(next) < 0 ? String.valueOf(next) : "");
      }
    }
    return strings.isEmpty() && !bare.isEmpty() ? List.of(bare.toString()) : strings;
  }

  private String string() {
    boolean literal = source.is('\'');
    String one = source.ahead(1);
    String quote = source.isAhead(one.repeat(3)) ? one.repeat(3) : one;
    source.take(quote.length());
    StringBuilder text = new StringBuilder();
    while (!source.atEnd() && !source.isAhead(quote)) {
      if (source.isLineEnd()) {
        if (quote.length() == 1) {
          return text.toString();
        }
        source.lineEnd();
        text.append('\n');
      } else if (source.is('\\') && !literal) {
        text.append(source.take(2).substring(1));
      } else {
        text.append(source.next());
      }
    }
    source.take(quote.length());
    return text.toString();
  }
}
