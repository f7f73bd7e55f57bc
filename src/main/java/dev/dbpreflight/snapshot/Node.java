package dev.dbpreflight.snapshot;

import java.util.Arrays;
import java.util.List;

/** A JSON value and the place that it was read from. */
sealed interface Node {

  Place place();

  /** Line and column from 1; 0 for what was not read. */
  record Place(int line, int column) {
    static final Place NONE = new Place(0, 0);
  }

  record Text(String value, Place place) implements Node {}

  /**
   * @param literal as written, because not every JSON number fits a Java one
   */
  record Number(String literal, Place place) implements Node {}

  record Flag(boolean value, Place place) implements Node {}

  record Nothing(Place place) implements Node {}

  /**
   * An array.
   *
   * @param spread written with one item per line even where all would fit on one
   */
  record Items(List<Node> nodes, boolean spread, Place place) implements Node {}

  /** An object: members in order. Looked up by walking along, as there are few of them. */
  final class Members implements Node {
    /** Few have more members; a schema has hundreds of thousands of them. */
    private static final int USUAL = 4;

    private String[] names = new String[USUAL];
    private Node[] values = new Node[USUAL];
    private int size;
    private final Place place;

    Members(Place place) {
      this.place = place;
    }

    @Override
    public Place place() {
      return place;
    }

    int size() {
      return size;
    }

    String name(int index) {
      return names[index];
    }

    Node value(int index) {
      return values[index];
    }

    /** The value of this name; null where there is none. */
    Node get(String name) {
      for (int index = 0; index < size; index++) {
        if (names[index].equals(name)) {
          return values[index];
        }
      }
      return null;
    }

    void add(String name, Node value) {
      if (size == names.length) {
        names = Arrays.copyOf(names, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      names[size] = name;
      values[size] = value;
      size++;
    }
  }
}
