package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.model.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Privileges as the server prints them: "grantee=arw*d/grantor", a star after a letter for the
 * grant option, an empty grantee for everybody (manual, chapter Privileges). Told apart here,
 * because the server takes ten times as long to make rows of them.
 */
final class AccessList {
  private static final Map<Character, String> PRIVILEGES =
      Map.ofEntries(
          Map.entry('r', "SELECT"),
          Map.entry('a', "INSERT"),
          Map.entry('w', "UPDATE"),
          Map.entry('d', "DELETE"),
          Map.entry('D', "TRUNCATE"),
          Map.entry('x', "REFERENCES"),
          Map.entry('t', "TRIGGER"),
          Map.entry('C', "CREATE"),
          Map.entry('c', "CONNECT"),
          Map.entry('T', "TEMPORARY"),
          Map.entry('X', "EXECUTE"),
          Map.entry('U', "USAGE"),
          Map.entry('s', "SET"),
          Map.entry('A', "ALTER SYSTEM"),
          Map.entry('m', "MAINTAIN"));

  private AccessList() {}

  /** The privileges in the items; who granted them is left out, and so is what two granted. */
  static List<Grant> grants(List<String> items) {
    List<Grant> grants = new ArrayList<>();
    for (String item : items) {
      addGrants(grants, item);
    }
    return items.size() > 1 ? grants.stream().distinct().toList() : grants;
  }

  private static void addGrants(List<Grant> grants, String item) {
    int equals = endOfName(item);
    String grantee = equals == 0 ? "PUBLIC" : unquoted(item.substring(0, equals));
    int position = equals + 1;
    while (item.charAt(position) != '/') {
      char letter = item.charAt(position);
      boolean grantable = item.charAt(position + 1) == '*';
      grants.add(new Grant(grantee, PRIVILEGES.getOrDefault(letter, "" + letter), grantable));
      position += grantable ? 2 : 1;
    }
  }

  /** Names that hold anything but letters, digits and underscores are quoted, quotes doubled. */
  private static int endOfName(String item) {
    boolean quoted = false;
    for (int position = 0; position < item.length(); position++) {
      char letter = item.charAt(position);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == '=' && !quoted) {
        return position;
      }
    }
    throw new IllegalStateException("an access list without \"=\"");
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
