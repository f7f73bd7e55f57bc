package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile.WayDown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with both ways in it, each after a comment that begins it: {@code -- migrate:up}, {@code
 * -- +goose Down}.
 *
 * @param up what stands between the two comments, with the first one; empty when that one is
 *     missing
 * @param down from the second comment to the end; empty when it is missing
 */
record Directives(Optional<String> up, Optional<String> down) {

  static Directives of(String text, Pattern upComment, Pattern downComment) {
    Matcher down = downComment.matcher(text);
    boolean hasDown = down.find();
    Matcher up = upComment.matcher(text);
    boolean hasUp = up.find();
    int end = hasDown && (!hasUp || down.start() > up.start()) ? down.start() : text.length();
    return new Directives(
        hasUp ? Optional.of(text.substring(up.start(), end)) : Optional.empty(),
        hasDown ? Optional.of(text.substring(down.start())) : Optional.empty());
  }

  /** A way down without a statement takes nothing back. */
  WayDown wayDown() {
    return down.map(Directives::wayDown).orElse(WayDown.ABSENT);
  }

  /** Whether the text of a way down does anything. */
  static WayDown wayDown(String text) {
    return SqlStatements.in(text).isEmpty() ? WayDown.ABSENT : WayDown.PRESENT;
  }
}
