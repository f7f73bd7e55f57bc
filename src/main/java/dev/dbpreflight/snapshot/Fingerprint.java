package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Unsupported;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A short text that is the same for two schemas exactly when the schemas are the same, whatever
 * server they are on and whatever the layout of their files.
 */
public final class Fingerprint {
  private static final String PREFIX = "sha256:";

  private final MessageDigest digest;

  /** Begins one; the objects come in the order of the file. */
  Fingerprint(Engine engine) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    add(utf8(Format.ENGINE.word(engine) + "\n"));
  }

  /**
   * "sha256:" and the hash over the engine, every object and what is not modelled, in file order.
   */
  public static String of(SchemaModel schema) {
    Dialect dialect = Dialect.of(schema.engine());
    Fingerprint fingerprint = new Fingerprint(schema.engine());
    for (SchemaObject object : schema.objects()) {
      fingerprint.add(Group.of(object).member(), Group.write(object, dialect));
    }
    return fingerprint.finish(schema.unsupported());
  }

  /** The text, when every object was added. */
  String finish(List<Unsupported> notModelled) {
    for (Unsupported kind : notModelled) {
      add(Format.NOT_MODELLED, SnapshotWriter.write(kind));
    }
    return PREFIX + HexFormat.of().formatHex(digest.digest());
  }

  /** Adds objects that {@link #append} has made ready. */
  void add(byte[] objects) {
    digest.update(objects);
  }

  /**
   * Makes an object ready that is printed already. Its layout does not count: a line break stands
   * for nothing, after a comma for a blank. None can be in a value, where it is escaped.
   *
   * @param from where it begins in the printed text
   * @param to where it ends
   */
  static void append(StringBuilder out, String member, String printed, int from, int to) {
    out.append(member).append(' ');
    int start = from;
    for (int end = printed.indexOf('\n', start, to);
        end >= 0;
        end = printed.indexOf('\n', start, to)) {
      out.append(printed, start, end);
      if (printed.charAt(end - 1) == ',') {
        out.append(' ');
      }
      start = end + 1;
      while (printed.charAt(start) == ' ') {
        start++;
      }
    }
    out.append(printed, start, to).append('\n');
  }

  private void add(String member, Node node) {
    StringBuilder out = new StringBuilder(member).append(' ');
    new Printer(out).printOnOneLine(node);
    add(utf8(out.append('\n').toString()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
