package dev.dbpreflight.backup;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Uncompresses the pieces of one zlib stream, whose checksum is looked at, and hands them on. */
final class Inflation implements DataSink, AutoCloseable {
  private final Inflater inflater = new Inflater();
  private final byte[] buffer = new byte[1 << 16];
  private final DataSink sink;
  private boolean begun;

  Inflation(DataSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    begun |= from < to;
    inflater.setInput(bytes, from, to - from);
    try {
      while (!inflater.needsInput() && !inflater.finished()) {
        int length = inflater.inflate(buffer);
        sink.accept(buffer, 0, length);
        if (length == 0 && inflater.needsDictionary()) {
          throw new Damage("its compressed data is spoiled");
        }
      }
    } catch (DataFormatException spoiled) {
      throw new Damage("its compressed data is spoiled");
    }
  }

  @Override
  public void end() throws IOException {
    if (begun && !inflater.finished()) {
      throw new Damage("its compressed data ends in the middle");
    }
    sink.end();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
