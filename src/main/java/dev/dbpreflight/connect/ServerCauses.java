package dev.dbpreflight.connect;

import dev.dbpreflight.model.InSql;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server or a pooler says when it does not let somebody in, by its SQLSTATE and words. */
final class ServerCauses {
  /** What a pooler says, and what then helps. */
  private record Saying(Pattern words, String next, Outlook outlook) {
    Saying(String words, String next, Outlook outlook) {
      this(Pattern.compile(words), next, outlook);
    }
  }

  /** Words of PgBouncer, tried on 1.18; the first that fits counts. */
  private static final List<Saying> SAYINGS =
      List.of(
          new Saying(
              "startup parameter",
              "add that parameter to ignore_startup_parameters, or take it out of the URL",
              Outlook.LASTING),
          new Saying(
              "no such database",
              "name the database in the section [databases] of its configuration, or correct its"
                  + " name in the URL",
              Outlook.SLOW),
          new Saying(
              "database .* does not exist",
              "correct dbname of that entry in the section [databases], or create the database on"
                  + " its server",
              Outlook.SLOW),
          new Saying("is disabled", "ENABLE that database in the pooler's console", Outlook.SLOW),
          new Saying(
              "no such user|authentication failed",
              "add the user to its auth_file, or set its auth_query",
              Outlook.LASTING),
          new Saying("(SSL|TLS) required", "use sslmode=require", Outlook.LASTING),
          new Saying(
              "no more connections",
              "close clients that are not needed, or raise its max_client_conn",
              Outlook.PASSING),
          new Saying(
              "query_wait_timeout",
              "see in its console (SHOW POOLS) whether its connections are all in use or paused,"
                  + " and in its log whether it reaches its server",
              Outlook.SLOW),
          new Saying(
              "cannot connect to server|server login|connect failed|server conn",
              "start the server behind it, or correct its address in the section [databases]; the"
                  + " pooler's log says why",
              Outlook.PASSING));

  /** Functions that the first question needs. */
  private static final Pattern BEGINNING =
      Pattern.compile("\\b(pg_is_in_recovery|current_setting|set_config|quote_ident)\\b");

  private final PostgresUrl url;
  private final String cannot;
  private final String title;

  ServerCauses(PostgresUrl url, PostgresUrl.Server server) {
    this.url = url;
    this.title = server.title();
    this.cannot = "cannot connect to " + title + ": ";
  }

  /** Hardened servers take functions from PUBLIC, also those that every look begins with. */
  private String missing(String text) {
    Matcher function = BEGINNING.matcher(text);
    return function.find()
        ? "GRANT EXECUTE ON FUNCTION pg_catalog." + function.group()
        : "GRANT CONNECT ON DATABASE " + database();
  }

  private String user() {
    return InSql.name(url.user());
  }

  private String database() {
    return InSql.name(url.database());
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
      case "08004" -> unready(login, text);
      case "3D000" ->
          new ConnectCause(
              "cannot find the database \"" + url.database() + "\" on " + title,
              "create it (CREATE DATABASE " + database() + ";) or correct its name in the URL",
              Outlook.SLOW);
      case "42501" ->
          new ConnectCause(login + text, missing(text) + " TO " + user() + ";", Outlook.LASTING);
      case "55000" -> new ConnectCause(cannot + text, closedDatabase(text), Outlook.SLOW);
      case "53300" -> new ConnectCause(cannot + text, room(text), Outlook.PASSING);
      case "55P03" ->
          new ConnectCause(
              cannot + "waited in vain for a lock on the server's own catalog",
              "wait until the transaction that holds it ends, usually a maintenance job, then run"
                  + " this again",
              Outlook.SLOW);
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
    boolean plain = text.contains("no encryption") || text.contains("SSL off");
    // In every other mode encryption has been tried.
    if (plain && PostgresProperties.mode(url).equals("disable")) {
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
    if (text.contains("for role \"")) {
      return "close other sessions of this role, or raise its limit: ALTER ROLE "
          + user()
          + " CONNECTION LIMIT -1;";
    }
    if (text.contains("for database \"")) {
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
    return SAYINGS.stream()
        .filter(saying -> saying.words().matcher(text).find())
        .findFirst()
        .map(
            saying ->
                new ConnectCause(
                    cannot + "the pooler there says " + text, saying.next(), saying.outlook()))
        .orElseGet(
            () ->
                new ConnectCause(
                    cannot + text, "see in the pooler's or the server's log why", Outlook.PASSING));
  }

  /** What the driver itself says before it tries. */
  private static ConnectCause unready(String login, String text) {
    return text.contains("authentication type")
        ? new ConnectCause(
            login + "it asks for a way to log in that is not known here",
            "admit this user in the server's pg_hba.conf with scram-sha-256",
            Outlook.LASTING)
        : new ConnectCause(
            login + "it asks for a password and none is known",
            "set PGPASSWORD, or add a line to ~/.pgpass: host:port:database:user:password",
            Outlook.LASTING);
  }
}
