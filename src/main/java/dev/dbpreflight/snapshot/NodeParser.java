package dev.dbpreflight.snapshot;

import dev.dbpreflight.snapshot.Node.Items;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Turns the value at which a JSON parser stands into a node; the parser bounds its depth and
 * length.
 */
final class NodeParser {
  private static final int MOST_HELD = 2_000_000;

  private final JsonParser parser;
  private final Source source;
  private int held;

  NodeParser(JsonParser parser, Source source) {
    this.parser = parser;
    this.source = source;
  }

  Place place() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }

  /** The value at which the parser stands; afterwards it stands at the value's last token. */
  Node value() {
    Place place = place();
    if (++held > MOST_HELD) {
      throw source.problem(
          place,
          "it holds more values in one object than any snapshot",
          "name a file that was written by: dbpreflight snapshot");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(place);
      case START_ARRAY -> items(place);
      case VALUE_STRING -> new Node.Text(parser.getString(), place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Number(parser.getString(), place);
      case VALUE_TRUE, VALUE_FALSE -> new Node.Flag(token == JsonToken.VALUE_TRUE, place);
      case VALUE_NULL -> new Node.Nothing(place);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value at " + token);
    };
  }

  /** To be called when nobody needs the nodes so far any more. */
  void release() {
    held = 0;
  }

  private Members members(Place place) {
    Members members = new Members(place);
    Set<String> names = new HashSet<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      refuseSecond(names, name);
      parser.nextToken();
      members.add(name, value());
    }
    return members;
  }

  /** To be called with the parser at the name. */
  void refuseSecond(Set<String> names, String name) {
    if (!names.add(name)) {
      throw source.problem(
          place(),
          "the property " + Source.quoted(name) + " is there twice",
          "remove one of the two");
    }
  }

  private Items items(Place place) {
    List<Node> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(value());
    }
    return new Items(nodes, false, place);
  }
}
