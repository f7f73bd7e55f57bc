package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * libpq's password file, usually {@code ~/.pgpass}: one {@code host:port:database:user:password} a
 * line, the first that fits counts. A file that others may read is not used, as in libpq.
 */
final class PasswordFile {
  static final PasswordFile NONE = new PasswordFile(List.of());
  private static final int FIELDS = 5;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** The fields of each line as written, escapes and all: a plain star is not an escaped one. */
  private final List<List<String>> lines;

  private PasswordFile(List<List<String>> lines) {
    this.lines = lines;
  }

  /** Why an existing file must not be used; empty when it may be. */
  static Optional<String> objection(Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return Optional.of("password file \"" + file + "\" was not used: it is not a plain file");
      }
      if (!Files.exists(file) || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        return Optional.empty();
      }
      return Optional.of(
          "password file \"" + file + "\" was not used: others may read it; run chmod 600 on it");
    } catch (UnsupportedOperationException e) {
      // A file system without such rights, as on Windows: libpq does not look at them there either.
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("password file \"" + file + "\" was not used: it cannot be read");
    }
  }

  /** Reads the file; one that is missing or cannot be read has no lines. */
  static PasswordFile load(Path file) {
    List<List<String>> lines = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(PasswordFile::fields)
          .filter(fields -> fields.size() >= FIELDS)
          .forEach(lines::add);
    } catch (IOException e) {
      return NONE;
    }
    return new PasswordFile(lines);
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char letter = line.charAt(at);
      if (letter == ':') {
        fields.add(field.toString());
        field.setLength(0);
        continue;
      }
      field.append(letter);
      if (letter == '\\' && at + 1 < line.length()) {
        field.append(line.charAt(++at));
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** The password for one server; {@link Secret#NONE} when no line fits. */
  Secret find(String host, int port, String database, String user) {
    boolean local =
        host.isEmpty()
            || TargetFinder.SOCKET_FOLDERS.stream()
                .anyMatch(folder -> folder.toString().equals(host));
    List<String> wanted = List.of(local ? "localhost" : host, "" + port, database, user);
    return lines.stream()
        .filter(fields -> fits(fields, wanted))
        .findFirst()
        .map(fields -> Secret.of(plain(fields.get(FIELDS - 1))))
        .orElse(Secret.NONE);
  }

  private static boolean fits(List<String> fields, List<String> wanted) {
    for (int at = 0; at < wanted.size(); at++) {
      String field = fields.get(at);
      if (!field.equals("*") && !plain(field).equals(wanted.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String field) {
    return field.replaceAll("(?s)\\\\(.)", "$1");
  }
}
