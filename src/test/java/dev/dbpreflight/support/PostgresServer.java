package dev.dbpreflight.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A running PostgreSQL of one major version. Roles in the group {@value #NEEDS_PASSWORD} must give
 * their password; every other role is let in without one where the server is embedded.
 */
public final class PostgresServer {
  /** {@code create role app login password 'x' in role needs_password}. */
  public static final String NEEDS_PASSWORD = "needs_password";

  private static final String OTHER_DATABASES =
      "select datname from pg_database where datname not in ('postgres', 'template0', 'template1')";

  private final int major;
  private final int port;
  private final String password;
  private final Set<String> databases = new LinkedHashSet<>();
  private final Set<String> initialRoles = new TreeSet<>();
  private int created;

  PostgresServer(int major, int port, String password) {
    this.major = major;
    this.port = port;
    this.password = password;
    run("postgres", "create role " + NEEDS_PASSWORD);
    initialRoles.addAll(strings("postgres", "select rolname from pg_roles"));
  }

  public int major() {
    return major;
  }

  public String host() {
    return "localhost";
  }

  public int port() {
    return port;
  }

  /** For the superuser. */
  public String url(String database) {
    return url(password.isEmpty() ? "postgres" : "postgres:" + password, database);
  }

  /**
   * @param user with its password if it has one, percent-encoded: {@code app} or {@code app:secret}
   */
  public String url(String user, String database) {
    return "postgresql://" + user + "@" + host() + ":" + port + "/" + database;
  }

  /** Makes an empty database and runs the scripts in it, each as {@link #run} does. */
  public synchronized String createDatabase(String... scripts) {
    created++;
    String database = "test_" + created;
    run("postgres", "create database " + database);
    databases.add(database);
    run(database, scripts);
    return database;
  }

  /** Makes a database of that name, which must be given as {@code create database} takes it. */
  public synchronized void createDatabaseNamed(String quotedName, String... options) {
    run("postgres", "create database " + quotedName + " " + String.join(" ", options));
    databases.add(
        strings("postgres", "select datname from pg_database order by oid desc").getFirst());
  }

  /** Fails after five seconds if somebody is still connected. */
  public synchronized void drop(String database) {
    run("postgres", "drop database if exists " + quoted(database));
    databases.remove(database);
  }

  /**
   * Runs scripts as the superuser. Each is sent as a whole, so that the server splits it: a script
   * of several statements is one transaction, and {@code vacuum} and its like need a script of
   * their own.
   */
  public void run(String database, String... scripts) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        statement.execute(script);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "a test script does not run on PostgreSQL " + major + ": " + e.getMessage(), e);
    }
  }

  /** The first column of every row. */
  public List<String> strings(String database, String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException("a test query does not run on PostgreSQL " + major, e);
    }
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", password);
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("ApplicationName", "dbpreflight tests");
    String name = URLEncoder.encode(database, UTF_8);
    return DriverManager.getConnection(
        "jdbc:postgresql://" + host() + ":" + port + "/" + name.replace("+", "%20"), properties);
  }

  /**
   * What is there that no test support made: databases and open sessions. Sessions get a moment,
   * because a server process ends a little later than the connection is closed.
   */
  List<String> leftBehind() {
    List<String> found = new ArrayList<>();
    for (String database : strings("postgres", OTHER_DATABASES)) {
      if (!databases.contains(database)) {
        found.add("database \"" + database + "\" on PostgreSQL " + major);
      }
    }
    List<String> sessions = openSessions();
    for (int attempt = 0; !sessions.isEmpty() && attempt < 40; attempt++) {
      sleep();
      sessions = openSessions();
    }
    found.addAll(sessions);
    return found;
  }

  private List<String> openSessions() {
    return strings(
        "postgres",
        """
        select format('session on PostgreSQL %s: pid %s, user %s, database %s, %s, last statement: %s',
            current_setting('server_version'), pid, usename, datname, state, left(query, 200))
        from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()
        order by pid
        """);
  }

  /** The server drops no database that subscribes to something. */
  private void dropSubscriptions() {
    String databasesWithSome =
        "select distinct datname from pg_subscription join pg_database d on d.oid = subdbid";
    String drops =
        """
        select format('alter subscription %1$I disable; alter subscription %1$I set (slot_name = none);'
          || ' drop subscription %1$I', subname)
        from pg_subscription
        where subdbid = (select oid from pg_database where datname = current_database())
        """;
    for (String database : strings("postgres", databasesWithSome)) {
      strings(database, drops).forEach(drop -> run(database, drop));
    }
  }

  /** The server drops no database in which a transaction is prepared. */
  private void rollBackPrepared() {
    String rollbacks =
        """
        select format('rollback prepared %L', gid) from pg_prepared_xacts
        where database = current_database()
        """;
    for (String database : strings("postgres", "select database from pg_prepared_xacts")) {
      strings(database, rollbacks).forEach(rollback -> run(database, rollback));
    }
  }

  /** Drops what was made here: databases, then roles. */
  synchronized void dropEverything() {
    rollBackPrepared();
    dropSubscriptions();
    for (String database : strings("postgres", OTHER_DATABASES)) {
      run("postgres", "drop database " + quoted(database) + " with (force)");
    }
    databases.clear();
    for (String role : strings("postgres", "select rolname from pg_roles order by oid desc")) {
      if (!initialRoles.contains(role)) {
        run("postgres", "drop owned by " + quoted(role), "drop role " + quoted(role));
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
