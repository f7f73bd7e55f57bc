package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.snapshot.Node.Items;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the members of one JSON object, whatever their order. A member that is left out has the
 * assumed value; one that nobody asked for is refused by {@link #done()}.
 */
final class MembersIn {
  private final Source source;
  private final Members members;
  private final MembersIn parent;
  private final String segment;
  private final int index;
  private final List<String> asked = new ArrayList<>(24);
  private int found;

  /**
   * @param parent null for the whole file and for what is directly in it
   * @param index in the array that the parent has under this name; negative when it is no array
   */
  MembersIn(Source source, Members members, MembersIn parent, String segment, int index) {
    this.source = source;
    this.members = members;
    this.parent = parent;
    this.segment = segment;
    this.index = index;
  }

  Place place() {
    return members.place();
  }

  /** Where the value of this name is, or else the object. */
  Place place(String name) {
    Node node = members.get(name);
    return node == null ? place() : node.place();
  }

  /** Where this object is in the file; "it" for the whole. */
  private String path() {
    if (parent == null && segment.isEmpty()) {
      return "it";
    }
    String self = index < 0 ? segment : segment + "[" + index + "]";
    return parent == null ? self : parent.path(self);
  }

  private String path(String member) {
    return parent == null && segment.isEmpty() ? member : path() + "." + member;
  }

  private Node get(String name) {
    asked.add(name);
    Node node = members.get(name);
    if (node != null) {
      found++;
    }
    return node;
  }

  private Node need(String name) {
    Node node = get(name);
    if (node == null) {
      throw refused(members.place(), path() + " has no \"" + name + "\"", "add it");
    }
    return node;
  }

  /** The two parts of an object's own name. */
  ObjectName name() {
    return new ObjectName(text("schema", ""), text("name"));
  }

  /** Another object's name. */
  ObjectName name(String name) {
    MembersIn in = needMembers(name);
    ObjectName value = in.name();
    in.done();
    return value;
  }

  String text(String name) {
    return text(name, need(name));
  }

  String text(String name, String assumed) {
    Node node = get(name);
    return node == null ? assumed : text(name, node);
  }

  private String text(String name, Node node) {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    throw wrong(name, node, "text");
  }

  /** Text that is one string or an array with a string per line; empty when it is left out. */
  String lines(String name) {
    Node node = get(name);
    if (node instanceof Items items) {
      return String.join("\n", texts(name, items));
    }
    return node == null ? "" : text(name, node);
  }

  SqlText sql(String name) {
    return SqlText.of(lines(name));
  }

  boolean flag(String name) {
    return flag(name, need(name));
  }

  boolean flag(String name, boolean assumed) {
    Node node = get(name);
    return node == null ? assumed : flag(name, node);
  }

  private boolean flag(String name, Node node) {
    if (node instanceof Node.Flag flag) {
      return flag.value();
    }
    throw wrong(name, node, "true or false");
  }

  int integer(String name) {
    return integer(name, need(name));
  }

  int integer(String name, int assumed) {
    Node node = get(name);
    return node == null ? assumed : integer(name, node);
  }

  private int integer(String name, Node node) {
    return (int) number(name, node, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  long number(String name, long assumed) {
    Node node = get(name);
    return node == null ? assumed : number(name, node, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  long number(String name) {
    return number(name, need(name), Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long number(String name, Node node, long least, long most) {
    if (node instanceof Node.Number number) {
      try {
        long value = Long.parseLong(number.literal());
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Not whole, or too large for a long: told below like one that is too large for an int.
      }
    }
    throw wrong(name, node, "a whole number from " + least + " to " + most);
  }

  <E extends Enum<E>> E choice(String name, Choice<E> choice) {
    return choice(name, choice, need(name));
  }

  <E extends Enum<E>> E choice(String name, Choice<E> choice, E assumed) {
    Node node = get(name);
    return node == null ? assumed : choice(name, choice, node);
  }

  private <E extends Enum<E>> E choice(String name, Choice<E> choice, Node node) {
    E value = node instanceof Node.Text text ? choice.value(text.value()) : null;
    if (value == null) {
      throw wrong(name, node, Source.alternatives(choice.words()));
    }
    return value;
  }

  List<String> texts(String name) {
    Node node = get(name);
    return node == null ? List.of() : texts(name, array(name, node));
  }

  private List<String> texts(String name, Items items) {
    List<String> values = new ArrayList<>(items.nodes().size());
    for (Node item : items.nodes()) {
      if (!(item instanceof Node.Text text)) {
        throw wrong(name + "[" + values.size() + "]", item, "text");
      }
      values.add(text.value());
    }
    return values;
  }

  private Items array(String name, Node node) {
    if (node instanceof Items items) {
      return items;
    }
    throw wrong(name, node, "an array");
  }

  /** The object of this name; null when it is left out. */
  MembersIn members(String name) {
    Node node = get(name);
    return node == null ? null : item(name, -1, node);
  }

  MembersIn needMembers(String name) {
    return item(name, -1, need(name));
  }

  /**
   * An object inside.
   *
   * @param at index in the array of this name; negative when it is no array
   */
  MembersIn item(String name, int at, Node node) {
    if (node instanceof Members inner) {
      return new MembersIn(source, inner, this, name, at);
    }
    throw wrong(at < 0 ? name : name + "[" + at + "]", node, "an object");
  }

  /** The items of an array of objects; empty when it is left out. */
  List<MembersIn> items(String name) {
    List<MembersIn> items = new ArrayList<>();
    for (Node node : nodes(name)) {
      items.add(item(name, items.size(), node));
    }
    return items;
  }

  /** The items of an array of anything; empty when it is left out. */
  List<Node> nodes(String name) {
    Node node = get(name);
    return node == null ? List.of() : array(name, node).nodes();
  }

  /** To be called last: refuses what nobody asked for. */
  void done() {
    for (int i = 0; found < members.size() && i < members.size(); i++) {
      String name = members.name(i);
      if (!asked.contains(name)) {
        throw refused(
            members.value(i).place(),
            path() + " has the unknown property " + Source.quoted(name),
            Source.instead(name, asked));
      }
    }
  }

  /** The complaint about a value of the wrong kind. */
  ProblemException wrong(String name, Node node, String expected) {
    return refused(
        node.place(),
        path(name) + " is " + shown(node) + ", expected " + expected,
        "write " + expected + ", or " + Source.TAKE_AGAIN);
  }

  /** The complaint about a text that is none of those expected. */
  ProblemException wrong(String name, String expected) {
    return wrong(name, members.get(name), expected);
  }

  /** The complaint about a member that cannot be so. */
  ProblemException impossible(String name, String what, String next) {
    return refused(place(name), path(name) + " " + what, next);
  }

  /** Refuses a second object with a name that an earlier one in the same list has. */
  <N> void unique(Map<N, Place> earlier, N name, String kind) {
    Place first = earlier.putIfAbsent(name, place());
    if (first != null) {
      String what =
          path() + " is the " + kind + " " + Source.quoted(name.toString()) + " a second time";
      throw refused(
          place(), what + " (first on line " + first.line() + ")", "remove one of the two");
    }
  }

  private ProblemException refused(Place place, String what, String next) {
    return source.problem(place, what, next);
  }

  private static String shown(Node node) {
    StringBuilder out = new StringBuilder();
    new Printer(out).printOnOneLine(node);
    return out.length() <= 60 ? out.toString() : out.substring(0, 57) + "…";
  }
}
