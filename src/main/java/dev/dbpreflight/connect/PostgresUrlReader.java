package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a PostgreSQL URL apart. More lenient than libpq in one thing: a password may hold {@code @
 * : ? #} as they are, as long as it stays clear where it ends; where it does not, the URL is
 * refused, because guessing could show a piece of the password.
 */
final class PostgresUrlReader {
  private static final String HOST = "(\\[[^\\]/?@]*\\]|[^:,/?@\\[\\]]*)(?::([0-9]*))?";
  private static final Pattern ONE_HOST = Pattern.compile(HOST);
  private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");
  private static final Pattern HOST_WITH_PORT = Pattern.compile("([^/@:]+):([0-9]+)");

  private final Refusal refusal;
  private final boolean java;

  PostgresUrlReader(Refusal refusal, boolean java) {
    this.refusal = refusal;
    this.java = java;
  }

  /** Reads what follows the two slashes. */
  PostgresKeywords read(String rest) {
    PostgresKeywords keywords = new PostgresKeywords(refusal);
    int userEnd = userEnd(rest);
    if (userEnd >= 0) {
      readUser(rest.substring(0, userEnd), keywords);
    }
    String place = rest.substring(userEnd + 1);
    int hostsEnd = firstOf(place, "/?", 0);
    readHosts(place.substring(0, hostsEnd), keywords);
    int queryStart = firstOf(place, "?", hostsEnd);
    String path = place.substring(Math.min(hostsEnd + 1, queryStart), queryStart);
    if (path.indexOf('@') >= 0) {
      throw unclear();
    }
    if (!path.isEmpty()) {
      keywords.put("dbname", decode(path, "database name"));
    }
    readQuery(place.substring(Math.min(queryStart + 1, place.length())), keywords);
    return keywords;
  }

  /** Reads what follows "jdbc:postgresql:": with hosts, or only the name of a database. */
  PostgresKeywords readJava(String rest) {
    PostgresKeywords keywords =
        read(rest.startsWith("//") ? rest.substring(2) : "/" + rest.replaceFirst("^/", ""));
    // The Java driver knows no socket files: without a host it means this machine.
    keywords.putIfAbsent("host", "localhost");
    return keywords;
  }

  private static int firstOf(String text, String letters, int from) {
    for (int at = from; at < text.length(); at++) {
      if (letters.indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return text.length();
  }

  /** Where the at sign stands that ends user and password; -1 when there are none. */
  private static int userEnd(String rest) {
    int firstAt = rest.indexOf('@');
    String head = rest.substring(0, firstOf(rest, "/?", 0));
    if (firstAt < 0 || (head.indexOf('@') < 0 && HOSTS.matcher(head).matches())) {
      return -1;
    }
    return rest.lastIndexOf('@', firstOf(rest, "/?", firstAt) - 1);
  }

  private void readUser(String text, PostgresKeywords keywords) {
    int colon = text.indexOf(':');
    keywords.put("user", decode(colon < 0 ? text : text.substring(0, colon), "user name"));
    if (colon >= 0) {
      keywords.put(PostgresKeywords.PASSWORD, decode(text.substring(colon + 1), "password"));
    }
  }

  private void readHosts(String text, PostgresKeywords keywords) {
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      Matcher host = ONE_HOST.matcher(entry);
      if (!host.matches()) {
        throw badHost(entry);
      }
      hosts.add(decode(host.group(1).replaceAll("^\\[|\\]$", ""), "host name"));
      ports.add(host.group(2) == null ? "" : host.group(2));
    }
    if (!String.join("", hosts).isEmpty() || hosts.size() > 1) {
      keywords.put("host", String.join(",", hosts));
    }
    if (!String.join("", ports).isEmpty()) {
      keywords.put("port", String.join(",", ports));
    }
  }

  private RuntimeException badHost(String entry) {
    if (entry.startsWith("[") || entry.indexOf(':') != entry.lastIndexOf(':')) {
      return refusal.because(
          "its host is not a name or an address", "write an IPv6 address as [::1]:5432");
    }
    return refusal.because(
        "its port is not a number",
        "correct the port; in a user name or password write : as %3A, / as %2F and @ as %40");
  }

  private RuntimeException unclear() {
    return refusal.because(
        "it is not clear where the password ends",
        "in a user name or password write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23");
  }

  private void readQuery(String query, PostgresKeywords keywords) {
    if (query.isEmpty()) {
      return;
    }
    List<String> hosts = new ArrayList<>();
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = decode(equals < 0 ? parameter : parameter.substring(0, equals), "query");
      String raw = equals < 0 ? "" : parameter.substring(equals + 1);
      String value = decode(java ? raw.replace('+', ' ') : raw, "query");
      if (name.equals("host")) {
        hosts.add(value);
      } else if (PostgresParameters.keyword(name) != null) {
        readParameter(name, value, keywords);
      } else if (parameter.indexOf('@') >= 0) {
        throw unclear();
      } else {
        readUnknown(name, keywords);
      }
    }
    if (!hosts.isEmpty()) {
      readQueryHosts(String.join(",", hosts), keywords);
    }
  }

  private void readParameter(String name, String value, PostgresKeywords keywords) {
    if (!name.equals("ssl") || !keywords.has("sslmode")) {
      keywords.put(PostgresParameters.keyword(name), PostgresParameters.value(name, value, java));
    }
  }

  private void readUnknown(String name, PostgresKeywords keywords) {
    List<String> slips =
        PostgresParameters.spellings().stream()
            .filter(known -> known.length() > 4 && Nearest.distance(name, known) <= 2)
            .toList();
    if (!slips.isEmpty()) {
      throw refusal.because(
          "unknown parameter \"" + name + "\"",
          "did you mean \"" + String.join("\", \"", slips) + "\"?");
    }
    if (name.matches("[A-Za-z0-9_.-]{1,40}")) {
      keywords.note("the URL parameter \"" + name + "\" has no effect here");
    }
  }

  /** SQLAlchemy writes several hosts as {@code ?host=first:5432&host=second:5433}. */
  private void readQueryHosts(String text, PostgresKeywords keywords) {
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      Matcher withPort = HOST_WITH_PORT.matcher(entry);
      hosts.add(withPort.matches() ? withPort.group(1) : entry);
      ports.add(withPort.matches() ? withPort.group(2) : "");
    }
    keywords.put("host", String.join(",", hosts));
    if (!String.join("", ports).isEmpty()) {
      keywords.put("port", String.join(",", ports));
    }
  }

  private String decode(String text, String part) {
    return PercentCoding.decode(text)
        .orElseThrow(
            () ->
                refusal.because(
                    "a percent sign in its " + part + " does not start an escape such as %40",
                    "write a percent sign itself as %25"));
  }
}
