package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Liquibase's checksum of change sets that hold nothing but SQL, by the method of its versions from
 * 4.22 on. The text in front of the colon is the method's number: a recorded value that begins with
 * another one than 9 was computed otherwise, says nothing about an edit, and must not be compared.
 */
final class ChangeChecksum {
  private static final String METHOD = "9:";

  private ChangeChecksum() {}

  /**
   * @param statements the SQL of each change of the set, in order
   */
  static String of(List<String> statements) {
    StringBuilder changes = new StringBuilder();
    for (String sql : statements) {
      changes.append(METHOD).append(md5(withoutBlanks(sql))).append(':');
    }
    return METHOD + md5(changes.toString());
  }

  private static String withoutBlanks(String sql) {
    StringBuilder kept = new StringBuilder(sql.length());
    for (int i = 0; i < sql.length(); i++) {
      if (" \t\r\n".indexOf(sql.charAt(i)) < 0) {
        kept.append(sql.charAt(i));
      }
    }
    return kept.toString();
  }

  private static String md5(String text) {
    try {
      // Not for security: it is what Liquibase uses.
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
