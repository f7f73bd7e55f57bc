package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A PostgreSQL target in libpq's terms. A URL straight from {@link DatabaseUrl#parse} may lack
 * user, database, host or password; {@link TargetFinder} fills them in.
 *
 * @param servers in the order they are tried; never empty
 * @param settings the other parameters under their libpq names, without secrets
 * @param keyPassword what the client's TLS key is encrypted with
 */
public record PostgresUrl(
    List<Server> servers,
    Map<String, String> settings,
    Secret keyPassword,
    List<String> notes,
    String source)
    implements DatabaseUrl {

  private static final int DEFAULT_PORT = 5432;

  /**
   * One server to try.
   *
   * @param host name, address or folder of a Unix socket; empty for the machine's own server
   * @param address where to connect instead of looking up the host; usually empty
   */
  public record Server(String host, String address, int port, Secret password) {

    /** Whether the server is reached by a Unix socket in the folder that the host names. */
    boolean usesSocketFile() {
      return address.isEmpty() && host.startsWith("/");
    }

    /** The server as messages name it. */
    String title() {
      if (usesSocketFile()) {
        return "\"" + host + "/.s.PGSQL." + port + "\"";
      }
      return "\"" + (host.isEmpty() ? address : host) + "\" port " + port;
    }
  }

  public PostgresUrl {
    servers = List.copyOf(servers);
    settings = Map.copyOf(settings);
    notes = List.copyOf(notes);
  }

  @Override
  public Engine engine() {
    return Engine.POSTGRESQL;
  }

  /** Empty when neither the URL nor its surroundings name one. */
  public String user() {
    return setting("user");
  }

  /** As libpq: the user's own name when no database is named. */
  public String database() {
    return settings.getOrDefault("dbname", user());
  }

  /** A libpq parameter; empty when it is not set. */
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  @Override
  public String masked() {
    String user = user().isEmpty() ? "" : PercentCoding.encode(user()) + "@";
    boolean sockets = servers.stream().anyMatch(Server::usesSocketFile);
    String hosts =
        sockets
            ? ""
            : servers.stream().map(PostgresUrl::hostAndPort).collect(Collectors.joining(","));
    String database = database().isEmpty() ? "" : "/" + PercentCoding.encode(database());
    return "postgresql://" + user + hosts + database + query(sockets);
  }

  private static String hostAndPort(Server server) {
    String name = server.host().isEmpty() ? server.address() : server.host();
    String host = name.indexOf(':') >= 0 ? "[" + name + "]" : PercentCoding.encode(name);
    return host.isEmpty() && server.port() == DEFAULT_PORT ? "" : host + ":" + server.port();
  }

  private String query(boolean sockets) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (sockets) {
      query.add("host=" + joined(servers.stream().map(Server::host).toList()));
      List<String> ports = servers.stream().map(server -> "" + server.port()).distinct().toList();
      if (!ports.equals(List.of("" + DEFAULT_PORT))) {
        query.add("port=" + joined(servers.stream().map(server -> "" + server.port()).toList()));
      }
    }
    Map<String, String> shown = new TreeMap<>(settings);
    shown.keySet().retainAll(PostgresParameters.SHOWN);
    shown.forEach((name, value) -> query.add(name + "=" + PercentCoding.encode(value)));
    return query.toString();
  }

  private static String joined(List<String> parts) {
    return parts.stream()
        .map(part -> PercentCoding.encode(part).replace("%2F", "/"))
        .collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return masked();
  }
}
