package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * SipHash-1-3 with a key of zeros over name, version and text, in the order and the lengths in
 * which Rust hashes them on a machine of today (least byte first).
 */
final class RefineryChecksum {
  private static final byte END_OF_TEXT = (byte) 0xff;

  private long v0 = 0x736f6d6570736575L;
  private long v1 = 0x646f72616e646f6dL;
  private long v2 = 0x6c7967656e657261L;
  private long v3 = 0x7465646279746573L;

  private RefineryChecksum() {}

  /**
   * @param length of the version in bytes
   * @return an unsigned number
   */
  static String of(String name, long version, int length, byte[] sql) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(sql.length + 64);
    content.writeBytes(name.getBytes(UTF_8));
    content.write(END_OF_TEXT);
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    content.write(number.putLong(version).array(), 0, length);
    content.writeBytes(sql);
    content.write(END_OF_TEXT);
    return Long.toUnsignedString(new RefineryChecksum().hash(content.toByteArray()));
  }

  private long hash(byte[] content) {
    ByteBuffer words = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    while (words.remaining() >= Long.BYTES) {
      mix(words.getLong());
    }
    long last = (long) content.length << 56;
    for (int shift = 0; words.hasRemaining(); shift += Byte.SIZE) {
      last |= (words.get() & 0xffL) << shift;
    }
    mix(last);
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void mix(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
