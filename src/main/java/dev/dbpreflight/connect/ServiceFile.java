package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of libpq's connection service files: sections of parameters under a name. */
final class ServiceFile {

  private ServiceFile() {}

  /** The parameters of a service from the first of the files that defines it. */
  static Map<String, String> read(String service, List<Path> files) {
    for (Path file : files) {
      Optional<Map<String, String>> found =
          Files.exists(file) ? section(service, file) : Optional.empty();
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw Refusal.of(
        "cannot find the definition of the connection service \"" + service + "\"",
        files.isEmpty() ? "PGSERVICE" : files.getFirst().toString(),
        "add a section [" + service + "] to that file, or correct the name of the service");
  }

  private static Optional<Map<String, String>> section(String service, Path file) {
    Map<String, String> parameters = null;
    int number = 0;
    for (String written : lines(file)) {
      number++;
      String line = written.strip();
      if (line.startsWith("[")) {
        if (parameters != null) {
          break;
        }
        parameters = line.equals("[" + service + "]") ? new LinkedHashMap<>() : null;
      } else if (parameters != null && !line.isEmpty() && !line.startsWith("#")) {
        put(line, file + ":" + number, parameters);
      }
    }
    return Optional.ofNullable(parameters);
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw Refusal.of(
          "cannot read the connection service file",
          file.toString(),
          "make the file readable, or name another one by PGSERVICEFILE");
    }
  }

  private static void put(String line, String place, Map<String, String> parameters) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? "" : line.substring(0, equals).strip();
    if (!PostgresParameters.NAMES.contains(name) || name.equals("service")) {
      throw Refusal.of(
          "cannot read a line of the connection service file",
          place,
          "write a parameter that PostgreSQL knows as name=value");
    }
    parameters.putIfAbsent(name, line.substring(equals + 1).strip());
  }
}
