package dev.dbpreflight.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Snapshots as text, for tests. */
final class Json {

  private Json() {}

  static String of(Snapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SnapshotWriter.write(snapshot, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static Snapshot read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  static Snapshot read(byte[] bytes) {
    try {
      return SnapshotParser.read(new ByteArrayInputStream(bytes), new Source("v1.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
