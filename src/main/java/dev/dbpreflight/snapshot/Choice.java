package dev.dbpreflight.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of the file for the values of an enum: those of Java may change, those of the file not.
 */
final class Choice<E extends Enum<E>> {
  private final List<E> values = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  Choice<E> word(String word, E value) {
    words.add(word);
    values.add(value);
    return this;
  }

  String word(E value) {
    return words.get(values.indexOf(value));
  }

  /** The value of this word; null where there is none. */
  E value(String word) {
    int index = words.indexOf(word);
    return index < 0 ? null : values.get(index);
  }

  List<String> words() {
    return words;
  }
}
