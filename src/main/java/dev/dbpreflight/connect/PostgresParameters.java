package dev.dbpreflight.connect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The connection parameters that libpq knows, and what JDBC and Python drivers call the same. */
final class PostgresParameters {

  /** Every keyword of libpq in PostgreSQL 18. */
  static final List<String> NAMES =
      List.of(
          ("application_name channel_binding client_encoding connect_timeout dbname"
                  + " fallback_application_name gssdelegation gssencmode gsslib host hostaddr"
                  + " keepalives keepalives_count keepalives_idle keepalives_interval krbsrvname"
                  + " load_balance_hosts max_protocol_version min_protocol_version oauth_client_id"
                  + " oauth_client_secret oauth_issuer oauth_scope options passfile password port"
                  + " replication require_auth requirepeer requiressl scram_client_key"
                  + " scram_server_key service servicefile ssl_max_protocol_version"
                  + " ssl_min_protocol_version sslcert sslcertmode sslcompression sslcrl sslcrldir"
                  + " sslkey sslkeylogfile sslmode sslnegotiation sslpassword sslrootcert sslsni"
                  + " target_session_attrs tcp_user_timeout user")
              .split(" "));

  /**
   * Parameters that make a connection safer and that this program cannot honour: worth a remark.
   */
  static final Set<String> NOT_HONOURED =
      Set.of(
          "requirepeer",
          "ssl_max_protocol_version",
          "ssl_min_protocol_version",
          "sslcertmode",
          "sslcrl",
          "sslcrldir");

  /** Parameters that may be shown: they say how a target is reached and hold no secret. */
  static final List<String> SHOWN = List.of("hostaddr", "sslmode", "target_session_attrs");

  static final Map<String, List<String>> CHOICES =
      Map.of(
          "sslmode",
          List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          "target_session_attrs",
          List.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby"),
          "channel_binding",
          List.of("disable", "prefer", "require"),
          "gssencmode",
          List.of("disable", "prefer", "require"),
          "sslnegotiation",
          List.of("postgres", "direct"));

  private static final Map<String, String> ALIASES = aliases();

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "master", "read-write",
          "primary", "read-write",
          "preferPrimary", "any",
          "preferSecondary", "prefer-standby",
          "preferSlave", "prefer-standby",
          "secondary", "standby",
          "slave", "standby");

  private PostgresParameters() {}

  private static Map<String, String> aliases() {
    Map<String, String> names = new TreeMap<>();
    NAMES.forEach(name -> names.put(name, name));
    names.put("ApplicationName", "application_name");
    names.put("channelBinding", "channel_binding");
    names.put("connectTimeout", "connect_timeout");
    names.put("database", "dbname");
    names.put("gssEncMode", "gssencmode");
    names.put("kerberosServerName", "krbsrvname");
    names.put("requireAuth", "require_auth");
    names.put("ssl", "sslmode");
    names.put("sslNegotiation", "sslnegotiation");
    names.put("targetServerType", "target_session_attrs");
    names.put("username", "user");
    return names;
  }

  /** The libpq name of a parameter in a URL's query; null when it means nothing to libpq. */
  static String keyword(String name) {
    return ALIASES.get(name);
  }

  /** Every name that a URL's query may use. */
  static Set<String> spellings() {
    return ALIASES.keySet();
  }

  /** The value as libpq writes it. */
  static String value(String name, String value, boolean java) {
    return switch (name) {
      case "ssl" -> sslMode(value, java);
      case "sslmode" -> value.equals("no-verify") ? "require" : value;
      case "targetServerType" -> SERVER_TYPES.getOrDefault(value, value);
      default -> value;
    };
  }

  /** The Java driver checks the certificate when told {@code ssl=true}; the others only encrypt. */
  private static String sslMode(String value, boolean java) {
    return switch (value) {
      case "", "true", "1", "on", "yes" -> java ? "verify-full" : "require";
      case "false", "0", "off", "no" -> java ? "prefer" : "disable";
      default -> value;
    };
  }
}
