package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Decodes the content of a snapshot file object by object, so that only one of them is in memory as
 * JSON. An object of an older format would be brought up to date between parsing and decoding;
 * format 1 is the first.
 */
final class SnapshotReader {
  private static final List<String> HEAD =
      List.of("format", "tool", "revision", "engine", "serverVersion", "fingerprint");

  private final JsonParser parser;
  private final Source source;
  private final NodeParser nodes;
  private final Members head = new Members(new Place(1, 1));
  private final List<Runnable> held = new ArrayList<>();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final List<Unsupported> unsupported = new ArrayList<>();
  private final Map<Group, Map<ObjectName, Place>> names = new EnumMap<>(Group.class);
  private final Map<String, Place> kinds = new HashMap<>();
  private Engine engine;

  SnapshotReader(JsonParser parser, Source source) {
    this.parser = parser;
    this.source = source;
    this.nodes = new NodeParser(parser, source);
  }

  /** The snapshot that the parser's whole input is. */
  Snapshot read() {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw noSnapshot(first == null ? "it is empty" : "it is JSON, but no snapshot");
    }
    Set<String> members = new HashSet<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      nodes.refuseSecond(members, name);
      readMember(name);
    }
    if (parser.nextToken() != null) {
      throw source.problem(
          nodes.place(), "it goes on after its end", "remove what follows the last \"}\"");
    }
    return finish();
  }

  private void readMember(String name) {
    Place place = nodes.place();
    Group group = Group.named(name);
    if (group == null && !HEAD.contains(name) && !name.equals(Format.NOT_MODELLED)) {
      throw unknown(name, place);
    }
    parser.nextToken();
    if (HEAD.contains(name)) {
      head.add(name, nodes.value());
      readHead(name);
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw whole().wrong(name, nodes.value(), "an array");
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      readItem(group, name, i, nodes.value());
    }
  }

  private MembersIn whole() {
    return new MembersIn(source, head, null, "", -1);
  }

  private ProblemException unknown(String name, Place place) {
    if (head.get("format") == null) {
      return noSnapshot("it is JSON, but no snapshot: it begins with " + Source.quoted(name));
    }
    List<String> known = new ArrayList<>(HEAD);
    for (Group group : Group.values()) {
      known.add(group.member());
    }
    known.add(Format.NOT_MODELLED);
    return source.problem(
        place, "it has the unknown property " + Source.quoted(name), Source.instead(name, known));
  }

  private ProblemException noSnapshot(String what) {
    return source.problem(what, "name a file that was written by: dbpreflight snapshot");
  }

  private void readHead(String name) {
    MembersIn in = whole();
    if (name.equals("format")) {
      Format.check(in.number(name), in.place(name), source);
    } else if (name.equals("engine")) {
      engine = in.choice(name, Format.ENGINE);
    }
  }

  /** Without the head nobody knows what an object means, so those before it have to wait. */
  private void readItem(Group group, String member, int index, Node item) {
    if (engine == null || head.get("format") == null) {
      held.add(() -> decode(group, member, index, item));
    } else {
      decode(group, member, index, item);
      nodes.release();
    }
  }

  private void decode(Group group, String member, int index, Node item) {
    MembersIn in = whole().item(member, index, item);
    if (group == null) {
      Unsupported kind = new Unsupported(in.text("kind"), in.texts("names"));
      in.done();
      in.unique(kinds, kind.kind(), "kind");
      unsupported.add(kind);
      return;
    }
    SchemaObject object = group.read(in, Dialect.of(engine));
    Map<ObjectName, Place> earlier = names.computeIfAbsent(group, any -> new HashMap<>());
    in.unique(earlier, object.name(), group.kind().words());
    objects.add(object);
  }

  private Snapshot finish() {
    if (head.get("format") == null) {
      throw noSnapshot("it has no \"format\", so it is no snapshot");
    }
    MembersIn in = whole();
    engine = in.choice("engine", Format.ENGINE);
    MembersIn version = in.needMembers("serverVersion");
    ServerVersion server =
        new ServerVersion(version.integer("major"), version.integer("minor"), version.text("text"));
    version.done();
    held.forEach(Runnable::run);
    SchemaModel schema = new SchemaModel(engine, server, objects, unsupported);
    checkFingerprint(in, schema);
    return new Snapshot(schema, in.text("revision", ""), in.text("tool"));
  }

  private static void checkFingerprint(MembersIn in, SchemaModel schema) {
    String stated = in.text("fingerprint", null);
    if (stated == null) {
      return;
    }
    String actual = Fingerprint.of(schema);
    if (!stated.equals(actual)) {
      throw in.impossible(
          "fingerprint",
          "does not match the objects: the file was edited by hand or merged",
          Source.TAKE_AGAIN
              + "; or, if the edit is meant, set \"fingerprint\" to \""
              + actual
              + '"');
    }
  }
}
