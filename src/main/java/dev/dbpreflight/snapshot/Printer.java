package dev.dbpreflight.snapshot;

import dev.dbpreflight.snapshot.Node.Items;
import dev.dbpreflight.snapshot.Node.Members;

/**
 * Prints nodes for a reviewer: what fits on a line is on one line, the rest has one member or item
 * per line. Jackson's own generator has no such layout and refuses lone surrogates.
 */
final class Printer {
  private static final int LINE_WIDTH = 140;

  private final StringBuilder out;

  Printer(StringBuilder out) {
    this.out = out;
  }

  /**
   * Prints a value at the end of the output.
   *
   * @param indent of the line that it stands in
   * @param used columns of that line that are taken
   */
  void print(Node node, int indent, int used) {
    boolean fits = roomAfter(node, LINE_WIDTH - used - ",".length()) >= 0;
    if (!fits && node instanceof Members members && members.size() > 0) {
      printMembers(members, indent);
    } else if (!fits && node instanceof Items items && !items.nodes().isEmpty()) {
      printItems(items, indent);
    } else {
      printOnOneLine(node);
    }
  }

  private void printMembers(Members members, int indent) {
    int inner = indent + 2;
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n");
      int lineStart = out.length();
      out.repeat(' ', inner).append('"').append(members.name(i)).append("\": ");
      print(members.value(i), inner, out.length() - lineStart);
    }
    out.append('\n').repeat(' ', indent).append('}');
  }

  private void printItems(Items items, int indent) {
    int inner = indent + 2;
    out.append('[');
    for (int i = 0; i < items.nodes().size(); i++) {
      out.append(i == 0 ? "\n" : ",\n").repeat(' ', inner);
      print(items.nodes().get(i), inner, inner);
    }
    out.append('\n').repeat(' ', indent).append(']');
  }

  /** Prints a value without a line break, however long. */
  void printOnOneLine(Node node) {
    switch (node) {
      case Node.Text text -> Escapes.append(out, text.value());
      case Node.Number number -> out.append(number.literal());
      case Node.Flag flag -> out.append(flag.value());
      case Node.Nothing nothing -> out.append("null");
      case Items items -> {
        String separator = "[";
        for (Node item : items.nodes()) {
          printOnOneLine(item, separator);
          separator = ", ";
        }
        out.append(items.nodes().isEmpty() ? "[]" : "]");
      }
      case Members members -> {
        for (int i = 0; i < members.size(); i++) {
          out.append(i == 0 ? "{\"" : ", \"").append(members.name(i)).append('"');
          printOnOneLine(members.value(i), ": ");
        }
        out.append(members.size() == 0 ? "{}" : "}");
      }
    }
  }

  private void printOnOneLine(Node node, String separator) {
    out.append(separator);
    printOnOneLine(node);
  }

  /**
   * What is left of the room after this value; negative when it does not fit or may not. Escapes
   * count as one column: the width only has to be the same each time.
   */
  private static int roomAfter(Node node, int room) {
    return switch (node) {
      case Node.Text text -> room - text.value().length() - 2;
      case Node.Number number -> room - number.literal().length();
      case Node.Flag flag -> room - (flag.value() ? 4 : 5);
      case Node.Nothing nothing -> room - 4;
      case Items items -> {
        int left = items.spread() && !items.nodes().isEmpty() ? -1 : room - 2;
        for (int i = 0; i < items.nodes().size() && left >= 0; i++) {
          left = roomAfter(items.nodes().get(i), left - (i == 0 ? 0 : 2));
        }
        yield left;
      }
      case Members members -> {
        int left = room - 2;
        for (int i = 0; i < members.size() && left >= 0; i++) {
          left = roomAfter(members.value(i), left - members.name(i).length() - (i == 0 ? 4 : 6));
        }
        yield left;
      }
    };
  }
}
