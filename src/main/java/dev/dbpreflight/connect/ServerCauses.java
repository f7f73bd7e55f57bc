package dev.dbpreflight.connect;

/** What a server or a pooler says when it does not let somebody in, by its SQLSTATE and words. */
final class ServerCauses {
  private final PostgresUrl url;
  private final String cannot;
  private final String title;

  ServerCauses(PostgresUrl url, PostgresUrl.Server server) {
    this.url = url;
    this.title = server.title();
    this.cannot = "cannot connect to " + title + ": ";
  }

  private String user() {
    return quoted(url.user());
  }

  private String database() {
    return quoted(url.database());
  }

  /** As it stands in a statement. */
  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * @param text the first line of what was said
   * @param whole all of it, with details
   */
  ConnectCause of(String state, String text, String whole) {
    String login = "cannot log in to " + title + " as \"" + url.user() + "\": ";
    return switch (state) {
      case "28P01" ->
          new ConnectCause(
              login + "the password is wrong or the role does not exist",
              "correct the password in the URL, PGPASSWORD or the password file",
              Outlook.LASTING);
      case "28000" -> new ConnectCause(login + text, admission(text), Outlook.LASTING);
      case "08004" ->
          new ConnectCause(
              login + "it asks for a password and none is known",
              "set PGPASSWORD, or add a line to ~/.pgpass: host:port:database:user:password",
              Outlook.LASTING);
      case "3D000" ->
          new ConnectCause(
              "cannot find the database \"" + url.database() + "\" on " + title,
              "create it (CREATE DATABASE " + database() + ";) or correct its name in the URL",
              Outlook.SLOW);
      case "42501" ->
          new ConnectCause(
              login + text,
              "GRANT CONNECT ON DATABASE " + database() + " TO " + user() + ";",
              Outlook.LASTING);
      case "55000" -> new ConnectCause(cannot + text, closedDatabase(text), Outlook.SLOW);
      case "53300" -> new ConnectCause(cannot + text, room(text), Outlook.PASSING);
      case "57P01", "57P02", "57P03" -> notNow(text, whole);
      case "08P01" -> pooler(text);
      default ->
          new ConnectCause(
              cannot + text,
              "see in the server's log why",
              state.startsWith("08") ? Outlook.PASSING : Outlook.SLOW);
    };
  }

  private String admission(String text) {
    if (text.contains("no encryption") || text.contains("SSL off")) {
      return "use sslmode=require, or admit this connection in the server's pg_hba.conf";
    }
    if (text.contains("pg_hba.conf")) {
      return "admit this user, database and address in the server's pg_hba.conf";
    }
    if (text.contains("not permitted to log in")) {
      return "ALTER ROLE " + user() + " LOGIN;  or correct the user in the URL";
    }
    if (text.contains("client certificate")) {
      return "set sslcert and sslkey to a certificate that the server knows, and its key";
    }
    if (text.contains("eer authentication") || text.contains("dent authentication")) {
      return "run this as the system user of that name, or connect by host and password;"
          + " the rule is in the server's pg_hba.conf";
    }
    return "correct the user in the URL, or create the role: CREATE ROLE " + user() + " LOGIN;";
  }

  private String closedDatabase(String text) {
    return text.contains("invalid database")
        ? "drop it, what is left of it cannot be used: DROP DATABASE " + database() + ";"
        : "let it be used: ALTER DATABASE " + database() + " ALLOW_CONNECTIONS true;";
  }

  private String room(String text) {
    if (text.contains("for role")) {
      return "close other sessions of this role, or raise its limit: ALTER ROLE "
          + user()
          + " CONNECTION LIMIT -1;";
    }
    if (text.contains("for database")) {
      return "close other sessions on this database, or raise its limit: ALTER DATABASE "
          + database()
          + " CONNECTION LIMIT -1;";
    }
    if (text.contains("reserved")) {
      return "close sessions that are not needed, or raise max_connections: the slots that are"
          + " left are kept for superusers and privileged roles";
    }
    return "close sessions that are not needed, or raise max_connections";
  }

  private ConnectCause notNow(String text, String whole) {
    if (whole.contains("ot standby mode is disabled")) {
      return new ConnectCause(
          cannot + text + ": it is a standby that answers no queries",
          "set hot_standby = on in its postgresql.conf, or name the primary in the URL",
          Outlook.LASTING);
    }
    String next =
        text.contains("in recovery mode")
            ? "wait until it has recovered, and read in its log why it crashed; to wait here:"
                + " --connect-retry 60s"
            : "wait until the server accepts connections, then run this again; to wait here:"
                + " --connect-retry 60s";
    return new ConnectCause(cannot + text, next, Outlook.PASSING);
  }

  /** PgBouncer sends this state for most of what it refuses, whatever the cause. */
  private ConnectCause pooler(String text) {
    String says = cannot + "the pooler there says " + text;
    if (text.contains("startup parameter")) {
      return new ConnectCause(
          says,
          "add that parameter to ignore_startup_parameters, or take it out of the URL",
          Outlook.LASTING);
    }
    if (text.contains("no such database")) {
      return new ConnectCause(
          says,
          "name the database in the section [databases] of its configuration, or correct its name"
              + " in the URL",
          Outlook.SLOW);
    }
    if (text.contains("no such user") || text.contains("authentication failed")) {
      return new ConnectCause(
          says, "add the user to its auth_file, or set its auth_query", Outlook.LASTING);
    }
    if (text.contains("SSL required") || text.contains("TLS required")) {
      return new ConnectCause(says, "use sslmode=require", Outlook.LASTING);
    }
    return busyPooler(says, text);
  }

  private ConnectCause busyPooler(String says, String text) {
    if (text.contains("no more connections")) {
      return new ConnectCause(
          says, "close clients that are not needed, or raise its max_client_conn", Outlook.PASSING);
    }
    if (text.contains("query_wait_timeout")) {
      return new ConnectCause(
          says,
          "end what keeps its server connections busy (SHOW POOLS), or raise its"
              + " default_pool_size",
          Outlook.SLOW);
    }
    if (text.matches(".*(cannot connect to server|server login|connect failed|server conn).*")) {
      return new ConnectCause(
          says + ": it does not reach its own server",
          "start that server, or correct its address in the section [databases]; the pooler's log"
              + " says why",
          Outlook.PASSING);
    }
    return new ConnectCause(
        cannot + text, "see in the pooler's or the server's log why", Outlook.PASSING);
  }
}
