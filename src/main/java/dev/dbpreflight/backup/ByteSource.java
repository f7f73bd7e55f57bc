package dev.dbpreflight.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** Bytes of a file one after the other, which say where they ended and stop when they have to. */
final class ByteSource extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final BooleanSupplier stop;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private long filled;
  private String part = "its header";

  ByteSource(InputStream in, BooleanSupplier stop) {
    this.in = in;
    this.stop = stop;
  }

  /** What is being read now, for the message when it ends there. */
  void enters(String what) {
    part = what;
  }

  /** Bytes read so far. */
  long position() {
    return filled - (end - next);
  }

  private boolean fill() throws IOException {
    if (next < end) {
      return true;
    }
    if (stop.getAsBoolean()) {
      throw new Stopped();
    }
    int read = in.read(buffer, 0, buffer.length);
    next = 0;
    end = Math.max(read, 0);
    filled += end;
    return end > 0;
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(length, end - next);
    System.arraycopy(buffer, next, target, from, taken);
    next += taken;
    return taken;
  }

  /** The next byte, which has to be there. */
  int need() throws IOException {
    int value = read();
    if (value < 0) {
      throw Damage.ends(part, position());
    }
    return value;
  }

  /** The next bytes, which have to be there; the length is bounded by the caller. */
  byte[] need(int length) throws IOException {
    byte[] bytes = readNBytes(length);
    if (bytes.length < length) {
      throw Damage.ends(part, position());
    }
    return bytes;
  }

  /** Passes over bytes, which have to be there. */
  void pass(long length) throws IOException {
    pass(length, (bytes, from, to) -> {});
  }

  /** Hands bytes on, which have to be there. */
  void pass(long length, DataSink sink) throws IOException {
    long left = length;
    while (left > 0) {
      if (!fill()) {
        throw Damage.ends(part, position());
      }
      int taken = (int) Math.min(left, end - next);
      sink.accept(buffer, next, next + taken);
      next += taken;
      left -= taken;
    }
  }

  /** Hands on everything that is left. */
  void passAll(DataSink sink) throws IOException {
    while (fill()) {
      sink.accept(buffer, next, end);
      next = end;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
