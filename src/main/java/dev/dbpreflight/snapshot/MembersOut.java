package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.snapshot.Node.Items;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the members of one JSON object in the order of its calls. What has the value that {@link
 * MembersIn} would assume is left out.
 */
final class MembersOut {
  private final Members members = new Members(Place.NONE);

  Members members() {
    return members;
  }

  private MembersOut put(String name, Node value) {
    members.add(name, value);
    return this;
  }

  /** The two parts of an object's own name. */
  MembersOut name(ObjectName value) {
    return text("schema", value.schema(), "").text("name", value.name());
  }

  /** Another object's name. */
  MembersOut name(String name, ObjectName value) {
    return members(name, new MembersOut().name(value).members());
  }

  MembersOut text(String name, String value) {
    return put(name, new Node.Text(value, Place.NONE));
  }

  MembersOut text(String name, String value, String assumed) {
    return value.equals(assumed) ? this : text(name, value);
  }

  /** Text that may be long: one line of it per line of the file. */
  MembersOut lines(String name, String value) {
    return value.isEmpty() ? this : put(name, lines(value));
  }

  MembersOut sql(String name, SqlText value) {
    return lines(name, value.text());
  }

  MembersOut flag(String name, boolean value, boolean assumed) {
    return value == assumed ? this : flag(name, value);
  }

  MembersOut flag(String name, boolean value) {
    return put(name, new Node.Flag(value, Place.NONE));
  }

  MembersOut number(String name, long value, long assumed) {
    return value == assumed ? this : number(name, value);
  }

  MembersOut number(String name, long value) {
    return put(name, new Node.Number(Long.toString(value), Place.NONE));
  }

  <E extends Enum<E>> MembersOut choice(String name, Choice<E> choice, E value, E assumed) {
    return value == assumed ? this : text(name, choice.word(value));
  }

  MembersOut texts(String name, List<String> values) {
    return values.isEmpty() ? this : put(name, texts(values));
  }

  /** An object inside; one without members is left out. */
  MembersOut members(String name, Members value) {
    return value.size() == 0 ? this : put(name, value);
  }

  /** Items in a list; one without items is left out. */
  MembersOut items(String name, List<? extends Node> values) {
    return values.isEmpty() ? this : put(name, new Items(List.copyOf(values), false, Place.NONE));
  }

  /** The same, with one item per line. */
  MembersOut spread(String name, List<? extends Node> values) {
    return values.isEmpty() ? this : put(name, new Items(List.copyOf(values), true, Place.NONE));
  }

  static Node texts(List<String> values) {
    List<Node> nodes = new ArrayList<>(values.size());
    for (String value : values) {
      nodes.add(new Node.Text(value, Place.NONE));
    }
    return new Items(nodes, false, Place.NONE);
  }

  /** Only "\n" ends a line, so that joining the lines gives the text back to the last "\r". */
  private static Node lines(String value) {
    if (value.indexOf('\n') < 0) {
      return new Node.Text(value, Place.NONE);
    }
    List<Node> nodes = new ArrayList<>();
    int start = 0;
    for (int end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', start)) {
      nodes.add(new Node.Text(value.substring(start, end), Place.NONE));
      start = end + 1;
    }
    nodes.add(new Node.Text(value.substring(start), Place.NONE));
    return new Items(nodes, true, Place.NONE);
  }
}
