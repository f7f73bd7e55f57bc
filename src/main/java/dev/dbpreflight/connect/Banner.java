package dev.dbpreflight.connect;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What else than PostgreSQL listens somewhere, judged by the first bytes that it sends. */
final class Banner {
  /** In all; the port has answered a moment before. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static final int LENGTH = 64;
  private static final int SHOWN = 40;

  /** Asks a PostgreSQL server for TLS; to others it is nonsense, which they complain about. */
  private static final byte[] REQUEST = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};

  private Banner() {}

  /**
   * What answers there, in words; empty when it says nothing that others would understand.
   *
   * @param target as {@link AddressSocketFactory} takes it
   */
  static Optional<String> at(String target, Deadline deadline) {
    try {
      return name(Bounded.call(deadline.atMost(LIMIT), () -> firstBytes(target), late -> {}));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception e) {
      // Only an addition to a message that is complete without it.
      return Optional.empty();
    }
  }

  private static byte[] firstBytes(String target) throws IOException {
    try (Socket socket = new AddressSocketFactory(target).createSocket()) {
      socket.setSoTimeout(Deadline.millis(LIMIT));
      socket.getOutputStream().write(REQUEST);
      byte[] bytes = new byte[LENGTH];
      int count = socket.getInputStream().read(bytes);
      return Arrays.copyOf(bytes, Math.max(count, 0));
    }
  }

  static Optional<String> name(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.startsWith("HTTP/")) {
      return Optional.of("a web server (HTTP)");
    }
    if (text.startsWith("SSH-")) {
      return Optional.of("an SSH server");
    }
    // An alert, in any version of TLS.
    if (text.startsWith("\u0015\u0003")) {
      return Optional.of("a server that speaks TLS from the start, as for HTTPS");
    }
    // Length, number 0, then version 10 of its protocol or an error.
    if (text.length() > 4 && bytes[3] == 0 && (bytes[4] == 10 || bytes[4] == -1)) {
      return Optional.of("a MySQL or MariaDB server");
    }
    String line = text.lines().findFirst().orElse("");
    return line.length() > 4 && line.matches("\\p{Print}*")
        ? Optional.of(
            "something that says \"" + line.substring(0, Math.min(SHOWN, line.length())) + '"')
        : Optional.empty();
  }
}
