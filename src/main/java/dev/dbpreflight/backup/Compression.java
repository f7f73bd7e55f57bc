package dev.dbpreflight.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a file is compressed, as its first bytes tell. */
enum Compression {
  NONE,
  GZIP,
  LZ4,
  ZSTD,
  OTHER;

  static Compression of(byte[] start) {
    if (begins(start, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (begins(start, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    if (begins(start, 0x04, 0x22, 0x4D, 0x18)) {
      return LZ4;
    }
    // bzip2, xz, zip.
    return begins(start, 'B', 'Z', 'h')
            || begins(start, 0xFD, '7', 'z', 'X', 'Z')
            || begins(start, 'P', 'K', 3, 4)
        ? OTHER
        : NONE;
  }

  private static boolean begins(byte[] start, int... values) {
    if (start.length < values.length) {
      return false;
    }
    for (int at = 0; at < values.length; at++) {
      if ((start[at] & 0xFF) != values[at]) {
        return false;
      }
    }
    return true;
  }

  /** "zstd". */
  String title() {
    return switch (this) {
      case NONE -> "nothing";
      case GZIP -> "gzip";
      case LZ4 -> "lz4";
      case ZSTD -> "zstd";
      case OTHER -> "bzip2, xz or zip";
    };
  }

  /** The uncompressed bytes of a stream that is compressed with gzip. */
  static InputStream unzip(InputStream in) throws IOException {
    return new GZIPInputStream(in, 1 << 16);
  }

  /** What is wrong with a compressed stream that did not let itself be read. */
  static String damage(IOException broken) {
    return switch (broken) {
      case Damage damage -> damage.getMessage();
      case EOFException end -> "its compressed data ends in the middle";
      case ZipException spoiled -> "its compressed data is spoiled";
      default -> "it cannot be read";
    };
  }
}
