package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes a snapshot as JSON. The same snapshot always gives the same bytes. */
public final class SnapshotWriter {
  private static final int FULL = 1 << 15;

  /** What is printed so far, in UTF-8; in pieces, since thousands of tables are many megabytes. */
  private final List<byte[]> pieces = new ArrayList<>();

  private final StringBuilder out = new StringBuilder(2 * FULL);
  private final Printer printer = new Printer(out);
  private final List<Printed> printed = new ArrayList<>();
  private CompletableFuture<Void> hashing = CompletableFuture.completedFuture(null);

  /** Where an object stands in the output that is not flushed yet. */
  private record Printed(String member, int from, int to) {}

  private SnapshotWriter() {}

  /** Writes the whole file, with a final newline; does not close the stream. */
  public static void write(Snapshot snapshot, OutputStream stream) throws IOException {
    SchemaModel schema = snapshot.schema();
    // The head tells the hash over everything below it, which is made while that is printed.
    Fingerprint fingerprint = new Fingerprint(schema.engine());
    SnapshotWriter below = new SnapshotWriter();
    below.writeObjects(schema, fingerprint);
    below.writeNotModelled(schema.unsupported());
    below.out.append("\n}\n");
    below.flush();
    SnapshotWriter head = new SnapshotWriter();
    below.hashing.join();
    head.writeHead(snapshot, fingerprint.finish(schema.unsupported()));
    head.flush();
    head.writeTo(stream);
    below.writeTo(stream);
  }

  private void writeHead(Snapshot snapshot, String fingerprint) {
    SchemaModel schema = snapshot.schema();
    ServerVersion version = schema.version();
    Members head =
        new MembersOut()
            .number("format", Format.CURRENT)
            .text("tool", snapshot.tool())
            .text("revision", snapshot.revision(), "")
            .choice("engine", Format.ENGINE, schema.engine(), null)
            .members(
                "serverVersion",
                new MembersOut()
                    .number("major", version.major())
                    .number("minor", version.minor())
                    .text("text", version.text())
                    .members())
            .text("fingerprint", fingerprint)
            .members();
    for (int i = 0; i < head.size(); i++) {
      out.append(i == 0 ? "{\n  \"" : ",\n  \"").append(head.name(i)).append("\": ");
      printer.printOnOneLine(head.value(i));
    }
  }

  private void writeObjects(SchemaModel schema, Fingerprint fingerprint) {
    Dialect dialect = Dialect.of(schema.engine());
    Group open = null;
    for (SchemaObject object : schema.objects()) {
      Group group = Group.of(object);
      if (group != open) {
        out.append(open == null ? ",\n  \"" : "\n  ],\n  \"").append(group.member());
        out.append("\": [\n    ");
        open = group;
      } else {
        out.append(",\n    ");
      }
      int start = out.length();
      printer.print(Group.write(object, dialect), 4, 4);
      printed.add(new Printed(group.member(), start, out.length()));
      if (out.length() > FULL) {
        flush(fingerprint);
      }
    }
    flush(fingerprint);
    if (open != null) {
      out.append("\n  ]");
    }
  }

  private void writeNotModelled(List<Unsupported> unsupported) {
    if (unsupported.isEmpty()) {
      return;
    }
    List<Members> items = new ArrayList<>();
    for (Unsupported kind : unsupported) {
      items.add(write(kind));
    }
    out.append(",\n  \"").append(Format.NOT_MODELLED).append("\": ");
    printer.print(new Node.Items(List.copyOf(items), true, Place.NONE), 2, 0);
  }

  static Members write(Unsupported unsupported) {
    return new MembersOut()
        .text("kind", unsupported.kind())
        .texts("names", unsupported.names())
        .members();
  }

  private void flush(Fingerprint fingerprint) {
    String text = out.toString();
    List<Printed> objects = List.copyOf(printed);
    printed.clear();
    hashing =
        hashing.thenRunAsync(
            () ->
                objects.forEach(
                    object -> fingerprint.add(object.member(), text, object.from(), object.to())));
    flush(text);
  }

  private void flush() {
    flush(out.toString());
  }

  private void flush(String text) {
    pieces.add(text.getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }

  private void writeTo(OutputStream stream) throws IOException {
    for (byte[] piece : pieces) {
      stream.write(piece);
    }
  }
}
