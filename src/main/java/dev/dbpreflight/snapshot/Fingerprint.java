package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Unsupported;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short text that is the same for two schemas exactly when the schemas are the same, whatever
 * server they are on and whatever the layout of their files.
 */
public final class Fingerprint {
  private static final String PREFIX = "sha256:";
  private static final int FULL = 1 << 15;

  private final MessageDigest digest;
  private final StringBuilder out = new StringBuilder(2 * FULL);
  private final Printer printer = new Printer(out);

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * "sha256:" and the hash over the engine, every object and what is not modelled, in file order.
   */
  public static String of(SchemaModel schema) {
    try {
      return new Fingerprint(MessageDigest.getInstance("SHA-256")).compute(schema);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String compute(SchemaModel schema) {
    Dialect dialect = Dialect.of(schema.engine());
    out.append(Format.ENGINE.word(schema.engine())).append('\n');
    for (SchemaObject object : schema.objects()) {
      add(Group.of(object).member(), Group.write(object, dialect));
    }
    for (Unsupported unsupported : schema.unsupported()) {
      add(Format.NOT_MODELLED, SnapshotWriter.write(unsupported));
    }
    flush();
    return PREFIX + HexFormat.of().formatHex(digest.digest());
  }

  private void add(String member, Node node) {
    out.append(member).append(' ');
    printer.printOnOneLine(node);
    out.append('\n');
    if (out.length() > FULL) {
      flush();
    }
  }

  private void flush() {
    digest.update(out.toString().getBytes(StandardCharsets.UTF_8));
    out.setLength(0);
  }
}
