package dev.dbpreflight.connect;

import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why the two sides do not agree on encryption. */
final class EncryptionCauses {
  /** The last one when there is an issuer of that name, with another key. */
  private static final Pattern UNTRUSTED =
      Pattern.compile(
          "unable to find valid certification path|Path does not chain|Signature does not match");

  private final PostgresUrl url;

  EncryptionCauses(PostgresUrl url) {
    this.url = url;
  }

  /**
   * Empty when encryption is not the cause.
   *
   * @param text the first line of what the driver said
   * @param root the first line of what is at the bottom of it
   */
  Optional<ConnectCause> of(
      PostgresUrl.Server server, Exception thrown, String state, String text, String root) {
    String mode = PostgresProperties.mode(url);
    boolean mentionsTls = text.contains("SSL") || text.contains("TLS");
    if (state.equals("08004") && mentionsTls) {
      return Optional.of(
          new ConnectCause(
              "cannot connect to " + server.title() + ": it offers no TLS, and sslmode=" + mode,
              "turn on ssl in postgresql.conf, or use sslmode=prefer on a network you trust",
              Outlook.LASTING));
    }
    boolean fromUs = state.startsWith("08") || state.isEmpty();
    boolean failed = NetworkCauses.has(thrown, SSLException.class) || (fromUs && mentionsTls);
    if (!failed && !text.contains("verified")) {
      return Optional.empty();
    }
    return Optional.of(
        new ConnectCause(
            "cannot agree on TLS with " + server.title() + ": " + reason(server, text, root),
            mode.startsWith("verify") || NetworkCauses.has(thrown, CertificateException.class)
                ? "set sslrootcert to the certificate of the server's issuer, and the host in the"
                    + " URL to a name in its certificate"
                : "check sslmode, sslrootcert, sslcert and sslkey",
            Outlook.LASTING));
  }

  /** Java and its driver name classes where people would name certificates. */
  private static String reason(PostgresUrl.Server server, String text, String root) {
    if (text.contains("could not be verified by hostnameverifier")) {
      String host = server.host().isEmpty() ? server.address() : server.host();
      return "its certificate is for another host than \"" + host + '"';
    }
    if (UNTRUSTED.matcher(root).find()) {
      return "no issuer that is trusted here has signed its certificate";
    }
    if (root.startsWith("NotAfter: ")) {
      return "its certificate has expired (" + root + ")";
    }
    if (root.startsWith("NotBefore: ")) {
      return "its certificate is not valid yet (" + root + "); see whether the clocks are right";
    }
    return root;
  }
}
