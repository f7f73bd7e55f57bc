package dev.dbpreflight.migrations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as migration tools write them down. */
final class Checksums {
  private Checksums() {}

  static String sha1(byte[] content) {
    return hex("SHA-1", content);
  }

  static String sha256(byte[] content) {
    return hex("SHA-256", content);
  }

  static String sha384(byte[] content) {
    return hex("SHA-384", content);
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has " + algorithm, missing);
    }
  }

  private static String hex(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(digest(algorithm).digest(content));
  }
}
