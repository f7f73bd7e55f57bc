package dev.dbpreflight.connect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * PostgreSQL's text form of a one-dimensional array: {@code {a,"b c",NULL}}. Read here because the
 * driver would ask the server about element types it does not know.
 */
final class ArrayText {
  private final String text;
  private int at;

  private ArrayText(String text) {
    this.text = text;
  }

  /** The elements in their order; null for NULL. */
  static List<String> elements(String text) {
    return Collections.unmodifiableList(new ArrayText(text).read());
  }

  private List<String> read() {
    List<String> elements = new ArrayList<>();
    // Arrays that do not start at 1 say so before the brace: [0:1]={a,b}
    at = text.indexOf('{') + 1;
    while (text.charAt(at) != '}') {
      elements.add(text.charAt(at) == '"' ? quoted() : bare());
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    return elements;
  }

  private String quoted() {
    StringBuilder element = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      element.append(text.charAt(at));
    }
    at++;
    return element.toString();
  }

  private String bare() {
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != '}') {
      at++;
    }
    String element = text.substring(start, at);
    return element.equals("NULL") ? null : element;
  }
}
