package dev.dbpreflight.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** Says in the Java driver's properties what a URL says in libpq's. */
final class PostgresProperties {
  /** How long asking the server to cancel a query may take. */
  static final Duration CANCEL_LIMIT = Duration.ofSeconds(2);

  static final String APPLICATION_NAME = "dbpreflight";

  /** libpq's names whose values mean the same to the driver. */
  private static final Map<String, String> SAME =
      Map.of(
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "krbsrvname", "kerberosServerName",
          "options", "options",
          "require_auth", "requireAuth",
          "sslcert", "sslcert",
          "sslkey", "sslkey",
          "sslnegotiation", "sslNegotiation");

  private PostgresProperties() {}

  /**
   * The driver's URL: the host is only what TLS compares with the certificate, the connection
   * itself is made by {@link AddressSocketFactory}.
   */
  static String url(PostgresUrl url, PostgresUrl.Server server) {
    String host = hostName(server);
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String database = URLEncoder.encode(url.database(), StandardCharsets.UTF_8);
    return "jdbc:postgresql://" + bracketed + ":" + server.port() + "/" + database;
  }

  private static String hostName(PostgresUrl.Server server) {
    if (server.usesSocketFile()) {
      return "localhost";
    }
    return server.host().isEmpty() ? server.address() : server.host();
  }

  static Properties of(
      PostgresUrl url, PostgresUrl.Server server, String socketTarget, Duration limit) {
    Properties properties = new Properties();
    properties.put("user", url.user());
    // An empty password keeps the driver from looking for another one on its own.
    properties.put("password", server.password().reveal());
    properties.put("socketFactory", AddressSocketFactory.class.getName());
    properties.put("socketFactoryArg", socketTarget);
    properties.put("socketTimeout", "" + Math.max(1, limit.plusMillis(999).toSeconds()));
    properties.put("sslResponseTimeout", "" + Deadline.millis(limit));
    properties.put("cancelSignalTimeout", "" + CANCEL_LIMIT.toSeconds());
    properties.put("tcpKeepAlive", "true");
    properties.put("gssEncMode", "disable");
    properties.put("ApplicationName", APPLICATION_NAME);
    if (!url.setting("application_name").isEmpty()) {
      properties.put("ApplicationName", url.setting("application_name"));
    }
    // Sends the application name on starting, instead of asking the server once more.
    properties.put("assumeMinServerVersion", "9.0");
    // Statements go as one text in one turn, and none is prepared: transaction poolers allow that.
    properties.put("preferQueryMode", "simple");
    properties.put("prepareThreshold", "0");
    SAME.forEach(
        (name, property) -> {
          if (!url.setting(name).isEmpty()) {
            properties.put(property, url.setting(name));
          }
        });
    putEncryption(url, server, properties);
    return properties;
  }

  private static void putEncryption(
      PostgresUrl url, PostgresUrl.Server server, Properties properties) {
    String root = url.setting("sslrootcert");
    if (server.usesSocketFile()) {
      properties.put("sslmode", "disable");
      return;
    }
    if (root.equals("system")) {
      properties.put("sslmode", "verify-full");
      properties.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
      return;
    }
    String mode = mode(url);
    // libpq: with a root certificate at hand, "require" checks against it.
    boolean checks = mode.equals("require") && !root.isEmpty() && Files.exists(Path.of(root));
    properties.put("sslmode", checks ? "verify-ca" : mode);
    if (!root.isEmpty()) {
      properties.put("sslrootcert", root);
    }
    if (url.keyPassword().known()) {
      properties.put("sslpassword", url.keyPassword().reveal());
    }
  }

  /** The encryption asked for, in libpq's words. */
  static String mode(PostgresUrl url) {
    return url.setting("sslmode").isEmpty() ? "prefer" : url.setting("sslmode");
  }
}
