package dev.dbpreflight.migrations;

import java.util.List;
import java.util.stream.IntStream;

/** A program as words, with every bracket's partner. Places are the words' numbers, from 0. */
final class Code {
  private final List<CodeToken> tokens;
  private final int[] partners;

  Code(List<CodeToken> tokens, int[] partners) {
    this.tokens = List.copyOf(tokens);
    this.partners = partners;
  }

  int size() {
    return tokens.size();
  }

  CodeToken at(int place) {
    return tokens.get(place);
  }

  int line(int place) {
    return tokens.get(place).line();
  }

  /** Whether these names and signs are here, one after the other. */
  boolean is(int place, String... words) {
    if (place < 0 || place + words.length > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!tokens.get(place + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isName(int place) {
    return place >= 0 && place < tokens.size() && tokens.get(place).name();
  }

  boolean isString(int place) {
    return place >= 0 && place < tokens.size() && tokens.get(place).string();
  }

  boolean opens(int place) {
    return partners[place] > place;
  }

  /** The place of the bracket that belongs to the one here. */
  int partner(int place) {
    return partners[place];
  }

  /** The place behind this word, or behind all that it encloses if it opens a bracket. */
  int behind(int place) {
    return opens(place) ? partners[place] + 1 : place + 1;
  }

  /** The first such word outside of further brackets; the end when there is none. */
  int find(String word, int from, int end) {
    int place = from;
    while (place < end && !tokens.get(place).is(word)) {
      place = behind(place);
    }
    return Math.min(place, end);
  }

  /** Where these words come, one after the other, in brackets or not. */
  IntStream all(String... words) {
    return IntStream.range(0, size()).filter(place -> is(place, words));
  }

  boolean has(String... words) {
    return all(words).findAny().isPresent();
  }

  boolean hasName(String name) {
    return tokens.stream().anyMatch(token -> token.name() && token.text().equals(name));
  }
}
