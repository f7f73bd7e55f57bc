package dev.dbpreflight.connect;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which database is meant and completes what its URL leaves open, in libpq's order: the
 * URL itself, its service, the {@code PG*} variables, the password file, the defaults.
 *
 * @param environment the variables of the process
 * @param home the user's home folder
 * @param folder where relative paths start
 * @param user the user's name on this machine, libpq's default for the role
 */
public record TargetFinder(Map<String, String> environment, Path home, Path folder, String user) {

  /** Where servers put their Unix sockets: Debian's choice and PostgreSQL's own. */
  static final List<Path> SOCKET_FOLDERS = List.of(Path.of("/var/run/postgresql"), Path.of("/tmp"));

  private static final String URL_VARIABLE = "DATABASE_URL";

  /** libpq's variables and the parameters that they stand for. */
  static final Map<String, String> VARIABLES = variables();

  /** Variables that name a target; the others only say how to reach one. */
  private static final List<String> NAMING =
      List.of("PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE");

  public TargetFinder {
    environment = Map.copyOf(environment);
  }

  private static Map<String, String> variables() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("PGHOST", "host");
    names.put("PGHOSTADDR", "hostaddr");
    names.put("PGPORT", "port");
    names.put("PGDATABASE", "dbname");
    names.put("PGUSER", "user");
    names.put("PGPASSWORD", PostgresKeywords.PASSWORD);
    names.put("PGPASSFILE", "passfile");
    names.put("PGAPPNAME", "application_name");
    names.put("PGOPTIONS", "options");
    names.put("PGCONNECT_TIMEOUT", "connect_timeout");
    names.put("PGTARGETSESSIONATTRS", "target_session_attrs");
    names.put("PGSSLMODE", "sslmode");
    names.put("PGSSLNEGOTIATION", "sslnegotiation");
    names.put("PGSSLROOTCERT", "sslrootcert");
    names.put("PGSSLCERT", "sslcert");
    names.put("PGSSLKEY", "sslkey");
    names.put("PGSSLCRL", "sslcrl");
    names.put("PGSSLCRLDIR", "sslcrldir");
    names.put("PGSSLCERTMODE", "sslcertmode");
    names.put("PGSSLMINPROTOCOLVERSION", "ssl_min_protocol_version");
    names.put("PGSSLMAXPROTOCOLVERSION", "ssl_max_protocol_version");
    names.put("PGREQUIREAUTH", "require_auth");
    names.put("PGREQUIREPEER", "requirepeer");
    names.put("PGCHANNELBINDING", "channel_binding");
    names.put("PGGSSENCMODE", "gssencmode");
    names.put("PGKRBSRVNAME", "krbsrvname");
    return names;
  }

  /**
   * The database to look at.
   *
   * @param argument what stands on the command line; empty when nothing does
   */
  public DatabaseUrl find(Optional<String> argument) {
    if (argument.isPresent()) {
      return resolve(argument.get(), "the command line");
    }
    String url = variable(URL_VARIABLE);
    if (!url.isBlank()) {
      return resolve(url, URL_VARIABLE);
    }
    List<String> named = NAMING.stream().filter(name -> !variable(name).isEmpty()).toList();
    if (named.isEmpty()) {
      throw noTarget();
    }
    String source = String.join(", ", named);
    return complete(new PostgresKeywords(new Refusal(source))).toUrl(source);
  }

  /** Reads one URL and completes it. */
  public DatabaseUrl resolve(String text, String source) {
    return switch (UrlReader.read(text, source)) {
      case UrlReader.Postgres postgres -> complete(postgres.keywords()).toUrl(source);
      case UrlReader.Sqlite sqlite -> sqlite.url().in(folder);
    };
  }

  private RuntimeException noTarget() {
    String empty = environment.containsKey(URL_VARIABLE) ? "DATABASE_URL is empty" : "none is set";
    return Refusal.of(
        "cannot tell which database to look at: no URL was given",
        "command line, DATABASE_URL and PGHOST, PGDATABASE, PGSERVICE: " + empty,
        "give the URL as the argument or in DATABASE_URL: " + Refusal.FORMS);
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  private PostgresKeywords complete(PostgresKeywords keywords) {
    readService(keywords);
    boolean placed = keywords.has("host") || keywords.has("hostaddr");
    VARIABLES.forEach(
        (variable, name) -> {
          // A URL with a host must not be led elsewhere by the address of another one.
          if (!(placed && name.equals("hostaddr"))) {
            keywords.putIfAbsent(name, variable(variable));
          }
        });
    if (variable("PGREQUIRESSL").equals("1") || keywords.get("requiressl").equals("1")) {
      keywords.putIfAbsent("sslmode", "require");
    }
    keywords.putIfAbsent("user", user);
    keywords.putIfAbsent("application_name", keywords.get("fallback_application_name"));
    readCertificates(keywords);
    readPasswords(keywords);
    putDefaultHost(keywords);
    return keywords;
  }

  private void readService(PostgresKeywords keywords) {
    keywords.putIfAbsent("service", variable("PGSERVICE"));
    if (!keywords.has("service")) {
      return;
    }
    keywords.putIfAbsent("servicefile", variable("PGSERVICEFILE"));
    Path own =
        keywords.has("servicefile")
            ? path(keywords.get("servicefile"), keywords)
            : home.resolve(".pg_service.conf");
    String system = variable("PGSYSCONFDIR");
    List<Path> files =
        system.isEmpty()
            ? List.of(own)
            : List.of(own, path(system, keywords).resolve("pg_service.conf"));
    ServiceFile.read(keywords.get("service"), files).forEach(keywords::putIfAbsent);
  }

  /** Only files that exist: libpq too takes its default certificates when they are there. */
  private void readCertificates(PostgresKeywords keywords) {
    Path folder = home.resolve(".postgresql");
    Stream.of("sslrootcert=root.crt", "sslcert=postgresql.crt", "sslkey=postgresql.key")
        .map(entry -> entry.split("="))
        .filter(entry -> Files.exists(folder.resolve(entry[1])))
        .forEach(entry -> keywords.putIfAbsent(entry[0], folder.resolve(entry[1]).toString()));
  }

  private void readPasswords(PostgresKeywords keywords) {
    if (keywords.has(PostgresKeywords.PASSWORD)) {
      return;
    }
    Path file =
        keywords.has("passfile")
            ? path(keywords.get("passfile"), keywords)
            : home.resolve(".pgpass");
    Optional<String> objection = PasswordFile.objection(file);
    objection.ifPresent(keywords::note);
    if (objection.isEmpty()) {
      keywords.passwordsFrom(PasswordFile.load(file));
    }
  }

  private static void putDefaultHost(PostgresKeywords keywords) {
    if (keywords.has("host") || keywords.has("hostaddr")) {
      return;
    }
    String socket = ".s.PGSQL." + (keywords.has("port") ? keywords.get("port") : "5432");
    String host =
        SOCKET_FOLDERS.stream()
            .filter(folder -> Files.exists(folder.resolve(socket)))
            .findFirst()
            .map(Path::toString)
            .orElse("localhost");
    keywords.put("host", host);
  }

  private static Path path(String text, PostgresKeywords keywords) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw keywords
          .refusal()
          .because("a path beside it cannot be used", "set a UTF-8 locale or correct the path");
    }
  }
}
