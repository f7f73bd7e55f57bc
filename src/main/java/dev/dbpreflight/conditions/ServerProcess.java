package dev.dbpreflight.conditions;

/**
 * Who works on the server.
 *
 * @param pid of the server's process, not of the client
 * @param user empty for processes of the server itself
 * @param application what the client calls itself; empty where it says nothing
 * @param client address; empty for a local socket, and where this role may not know
 * @param kind as the server says: "client backend"; empty where this role may not know
 */
public record ServerProcess(int pid, String user, String application, String client, String kind) {
  private static final String CLIENT = "client backend";

  /** A session of somebody, and not a process that replicates or that the server started. */
  public boolean isClient() {
    return kind.equals(CLIENT);
  }

  /** Autovacuum and its like. */
  public boolean isServers() {
    return user.isEmpty();
  }

  /** Who it is, without what differs from run to run. */
  public String name() {
    if (isServers()) {
      return kind.isEmpty() ? "a process of the server" : kind;
    }
    String person = "user \"" + user + "\", application \"" + application + "\"";
    return isClient() || kind.isEmpty() ? person : kind + " of " + person;
  }

  /** Where it is: what differs from run to run. */
  public String address() {
    return "pid " + pid + (client.isEmpty() ? "" : ", client " + client);
  }
}
