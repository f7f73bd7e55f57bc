package dev.dbpreflight.connect;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the client programs of PostgreSQL reach a server: by environment variables alone. Anybody on
 * the machine can read the arguments of a process, and a parameter that an older program does not
 * know is an error there.
 */
public final class ClientAccess {
  private final PostgresUrl url;

  private ClientAccess(PostgresUrl url) {
    this.url = url;
  }

  public static ClientAccess to(PostgresUrl url) {
    return new ClientAccess(url);
  }

  /** The same server and user, another database. */
  public static PostgresUrl withDatabase(PostgresUrl url, String database) {
    Map<String, String> settings = new HashMap<>(url.settings());
    settings.put("dbname", database);
    return new PostgresUrl(url.servers(), settings, url.keyPassword(), url.notes(), url.source());
  }

  /**
   * All variables for such a program.
   *
   * @param own those of this process; what they say about another server is left out
   */
  public Map<String, String> environment(Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(own);
    all.keySet().removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
    TargetFinder.VARIABLES.forEach((variable, name) -> put(all, variable, url.setting(name)));
    List<PostgresUrl.Server> servers = url.servers();
    put(all, "PGHOST", servers.stream().map(PostgresUrl.Server::host).collect(joining(",")));
    if (servers.stream().anyMatch(server -> !server.address().isEmpty())) {
      put(
          all,
          "PGHOSTADDR",
          servers.stream().map(PostgresUrl.Server::address).collect(joining(",")));
    }
    put(all, "PGPORT", servers.stream().map(server -> "" + server.port()).collect(joining(",")));
    put(all, "PGUSER", url.user());
    put(all, "PGDATABASE", url.database());
    put(all, "PGAPPNAME", PostgresProperties.APPLICATION_NAME);
    put(all, "PGPASSWORD", servers.getFirst().password().reveal());
    return all;
  }

  private static void put(Map<String, String> all, String variable, String value) {
    if (!value.isEmpty()) {
      all.put(variable, value);
    }
  }

  /** What such a program said, without secrets. */
  public String scrubbed(String text) {
    Stream<Secret> passwords = url.servers().stream().map(PostgresUrl.Server::password);
    return Scrubber.of(Stream.concat(passwords, Stream.of(url.keyPassword()))).clean(text);
  }
}
