package dev.dbpreflight.connect;

import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why the two sides do not agree on encryption. */
final class EncryptionCauses {
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
            "cannot agree on TLS with " + server.title() + ": " + root,
            mode.startsWith("verify")
                ? "set sslrootcert to the certificate of the server's issuer, and the host in the"
                    + " URL to a name in its certificate"
                : "check sslmode, sslrootcert, sslcert and sslkey",
            Outlook.LASTING));
  }
}
