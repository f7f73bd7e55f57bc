package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Writes a snapshot as JSON. The same snapshot always gives the same bytes. */
public final class SnapshotWriter {
  /** So many objects are printed one after the other, and blocks of them side by side. */
  private static final int BLOCK = 32;

  /** Room for a block of tables with some ten columns. */
  private static final int ROOM = BLOCK * 2048;

  private final SchemaModel schema;
  private final Dialect dialect;

  /** Used again: each block would take as much memory as all that it leaves. */
  private final ThreadLocal<StringBuilder> builder =
      ThreadLocal.withInitial(() -> new StringBuilder(ROOM));

  private SnapshotWriter(SchemaModel schema) {
    this.schema = schema;
    this.dialect = Dialect.of(schema.engine());
  }

  /**
   * Some objects of the file.
   *
   * @param file in UTF-8, as the file has them
   * @param fingerprint in UTF-8, as the fingerprint has them
   */
  private record Block(byte[] file, byte[] fingerprint) {}

  /** Writes the whole file, with a final newline; does not close the stream. */
  public static void write(Snapshot snapshot, OutputStream stream) throws IOException {
    SchemaModel schema = snapshot.schema();
    // The head tells the hash over everything below it.
    Fingerprint fingerprint = new Fingerprint(schema.engine());
    List<Block> below = new SnapshotWriter(schema).blocks(fingerprint);
    stream.write(utf8(head(snapshot, fingerprint.finish(schema.unsupported()))));
    for (Block block : below) {
      stream.write(block.file());
    }
    stream.write(utf8(foot(schema)));
  }

  private static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Printed by all processors; this thread hashes what is ready, and prints when nothing is. */
  private List<Block> blocks(Fingerprint fingerprint) {
    int count = Math.ceilDiv(schema.objects().size(), BLOCK);
    AtomicReferenceArray<Block> blocks = new AtomicReferenceArray<>(count);
    AtomicInteger begun = new AtomicInteger();
    List<ForkJoinTask<?>> helpers = new ArrayList<>();
    for (int helper = 1;
        helper < Math.min(Runtime.getRuntime().availableProcessors(), count);
        helper++) {
      helpers.add(
          ForkJoinPool.commonPool()
              .submit(
                  () -> {
                    while (printed(blocks, begun)) {
                      // The next one.
                    }
                  }));
    }
    List<Block> inOrder = new ArrayList<>(count);
    while (inOrder.size() < count) {
      Block next = blocks.get(inOrder.size());
      if (next != null) {
        fingerprint.add(next.fingerprint());
        inOrder.add(next);
      } else if (!printed(blocks, begun)) {
        helpers.forEach(ForkJoinTask::join);
      }
    }
    return inOrder;
  }

  /** Prints a block that nobody has begun; false when there is none. */
  private boolean printed(AtomicReferenceArray<Block> blocks, AtomicInteger begun) {
    int block = begun.getAndIncrement();
    if (block >= blocks.length()) {
      return false;
    }
    blocks.set(block, block(block * BLOCK));
    return true;
  }

  private Block block(int from) {
    int to = Math.min(from + BLOCK, schema.objects().size());
    int[] starts = new int[to - from];
    int[] ends = new int[to - from];
    StringBuilder out = builder.get();
    out.setLength(0);
    Printer printer = new Printer(out);
    for (int at = from; at < to; at++) {
      separate(out, at);
      starts[at - from] = out.length();
      printer.print(Group.write(schema.objects().get(at), dialect), 4, 4);
      ends[at - from] = out.length();
    }
    String printed = out.toString();
    out.setLength(0);
    for (int at = from; at < to; at++) {
      String member = group(at).member();
      Fingerprint.append(out, member, printed, starts[at - from], ends[at - from]);
    }
    return new Block(utf8(printed), utf8(out));
  }

  private Group group(int at) {
    return Group.of(schema.objects().get(at));
  }

  /** From the object before; each group is an array of its own. */
  private void separate(StringBuilder out, int at) {
    if (at > 0 && group(at) == group(at - 1)) {
      out.append(",\n    ");
    } else {
      out.append(at == 0 ? ",\n  \"" : "\n  ],\n  \"").append(group(at).member());
      out.append("\": [\n    ");
    }
  }

  private static StringBuilder head(Snapshot snapshot, String fingerprint) {
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
    StringBuilder out = new StringBuilder();
    Printer printer = new Printer(out);
    for (int i = 0; i < head.size(); i++) {
      out.append(i == 0 ? "{\n  \"" : ",\n  \"").append(head.name(i)).append("\": ");
      printer.printOnOneLine(head.value(i));
    }
    return out;
  }

  /** What is not modelled, and the end. */
  private static StringBuilder foot(SchemaModel schema) {
    StringBuilder out = new StringBuilder(schema.objects().isEmpty() ? "" : "\n  ]");
    if (!schema.unsupported().isEmpty()) {
      List<Node> items = new ArrayList<>();
      schema.unsupported().forEach(kind -> items.add(write(kind)));
      out.append(",\n  \"").append(Format.NOT_MODELLED).append("\": ");
      new Printer(out).print(new Node.Items(List.copyOf(items), true, Place.NONE), 2, 0);
    }
    return out.append("\n}\n");
  }

  static Members write(Unsupported unsupported) {
    return new MembersOut()
        .text("kind", unsupported.kind())
        .texts("names", unsupported.names())
        .members();
  }
}
