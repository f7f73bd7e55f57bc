package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The connection parameters of a PostgreSQL target under their libpq names, while they are being
 * collected. Holds passwords; its text shows none.
 */
final class PostgresKeywords {
  static final String PASSWORD = "password";
  private static final int DEFAULT_PORT = 5432;
  private static final int HIGHEST_PORT = 65535;

  private final Map<String, String> values = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Refusal refusal;
  private PasswordFile passwordFile = PasswordFile.NONE;

  PostgresKeywords(Refusal refusal) {
    this.refusal = refusal;
  }

  /** The value; empty when there is none, which to libpq is the same as an empty value. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !get(name).isEmpty();
  }

  void put(String name, String value) {
    requireChoice(name, value);
    values.put(name, value);
  }

  void putIfAbsent(String name, String value) {
    if (!has(name) && value != null && !value.isEmpty()) {
      put(name, value);
    }
  }

  void note(String remark) {
    notes.add(remark);
  }

  /** Where to look up passwords that are not among the parameters. */
  void passwordsFrom(PasswordFile file) {
    passwordFile = file;
  }

  Refusal refusal() {
    return refusal;
  }

  private void requireChoice(String name, String value) {
    List<String> choices = PostgresParameters.CHOICES.getOrDefault(name, List.of());
    if (!value.isEmpty() && !choices.isEmpty() && !choices.contains(value)) {
      throw refusal.because(
          "\"" + value + "\" is not a value of " + name,
          "use one of " + String.join(", ", ranked(value, choices)));
    }
  }

  private static List<String> ranked(String value, List<String> choices) {
    List<String> nearest = Nearest.to(value, choices);
    return nearest.isEmpty() ? choices : nearest;
  }

  PostgresUrl toUrl(String source) {
    Map<String, String> settings = new TreeMap<>();
    for (String name : PostgresParameters.NAMES) {
      if (has(name) && !isSecret(name) && !isPlace(name)) {
        settings.put(name, get(name));
      }
      if (has(name) && PostgresParameters.NOT_HONOURED.contains(name)) {
        notes.add("the connection parameter \"" + name + "\" has no effect here");
      }
    }
    return new PostgresUrl(
        servers(), settings, Secret.of(values.get("sslpassword")), List.copyOf(notes), source);
  }

  private static boolean isSecret(String name) {
    return name.endsWith(PASSWORD) || name.endsWith("secret") || name.startsWith("scram_");
  }

  private static boolean isPlace(String name) {
    return name.equals("host") || name.equals("hostaddr") || name.equals("port");
  }

  private List<PostgresUrl.Server> servers() {
    List<String> hosts = list("host");
    List<String> addresses = list("hostaddr");
    List<String> ports = list("port");
    int count = Math.max(1, Math.max(hosts.size(), addresses.size()));
    requireMatching("hostaddr", addresses, count);
    requireMatching("host", hosts, count);
    if (ports.size() != 1) {
      requireMatching("port", ports, count);
    }
    List<PostgresUrl.Server> servers = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      String host = hosts.isEmpty() ? "" : hosts.get(at);
      String address = addresses.isEmpty() ? "" : addresses.get(at);
      int port = port(ports.isEmpty() ? "" : ports.get(ports.size() == 1 ? 0 : at));
      servers.add(new PostgresUrl.Server(host, address, port, password(host, address, port)));
    }
    return servers;
  }

  private List<String> list(String name) {
    return has(name) ? List.of(get(name).split(",", -1)) : List.of();
  }

  private void requireMatching(String name, List<String> entries, int count) {
    if (!entries.isEmpty() && entries.size() != count) {
      throw refusal.because(
          "it has " + count + " hosts, but " + entries.size() + " values of " + name,
          "give as many values of " + name + " as there are hosts");
    }
  }

  /** A port that cannot be read is not repeated: in a URL it may be a piece of the password. */
  private int port(String text) {
    if (text.isEmpty()) {
      return DEFAULT_PORT;
    }
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > HIGHEST_PORT) {
      throw refusal.because(
          "its port is not a number from 1 to " + HIGHEST_PORT,
          "correct the port; in a user name or password write : as %3A, / as %2F and @ as %40");
    }
    return port;
  }

  private Secret password(String host, String address, int port) {
    if (has(PASSWORD)) {
      return Secret.of(values.get(PASSWORD));
    }
    String name = host.isEmpty() ? address : host;
    return passwordFile.find(name, port, has("dbname") ? get("dbname") : get("user"), get("user"));
  }

  @Override
  public String toString() {
    return "parameters " + values.keySet();
  }
}
