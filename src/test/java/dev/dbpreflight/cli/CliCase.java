package dev.dbpreflight.cli;

import dev.dbpreflight.app.ToolVersion;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One case of {@link CliTest}, played in a folder. */
final class CliCase {
  /** Words, or anything between two quotation marks. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private final Path source;
  private final Path folder;
  private final StringBuilder result = new StringBuilder();

  CliCase(Path source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /** Everything that was said, without what differs between machines and runs. */
  String play() throws IOException {
    prepare();
    Map<String, String> environment = environment();
    for (String line : Files.readAllLines(source.resolve("arguments.txt"))) {
      List<String> words = words(line);
      switch (words.isEmpty() ? "" : words.get(0)) {
        case "" -> {}
        case "#cut" -> cut(Path.of(words.get(1)), Integer.parseInt(words.get(2)));
        case "#mkdir" -> Files.createDirectory(Path.of(words.get(1)));
        case "#cat" -> {
          result.append("$ cat ").append(line.substring(5)).append('\n');
          result.append(masked(Files.readString(Path.of(words.get(1)))));
        }
        case "#ls" -> list(line);
        default -> run(line, environment, words);
      }
    }
    return result.toString();
  }

  private void prepare() throws IOException {
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".sql")) {
          String database = name.equals("setup.sql") ? "app.db" : name.replace(".sql", ".db");
          Databases.sqliteRun(folder.resolve(database), Files.readString(file));
        } else if (!List.of("arguments.txt", "environment.txt", "result.out").contains(name)) {
          copy(file, folder.resolve(name));
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private Map<String, String> environment() throws IOException {
    Map<String, String> variables = new HashMap<>();
    Path file = source.resolve("environment.txt");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("=", 2);
        variables.put(parts[0], placed(parts[1]));
      }
    }
    return variables;
  }

  private void run(String line, Map<String, String> environment, List<String> words) {
    CommandLineRun run = CommandLineRun.in(environment, words.toArray(String[]::new));
    result.append("$ dbpreflight ").append(line).append('\n');
    result.append("exit code ").append(run.exitCode()).append('\n');
    stream("stdout", run.out());
    stream("stderr", run.err());
    result.append('\n');
  }

  private void stream(String name, String text) {
    if (!text.isEmpty()) {
      result.append("--- ").append(name).append(" ---\n").append(masked(text));
      result.append(text.endsWith("\n") ? "" : "(no line feed)\n");
    }
  }

  private void list(String line) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      result.append("$ ls ").append(line.substring(4)).append('\n');
      files.map(Path::getFileName).sorted().forEach(name -> result.append(name).append('\n'));
    }
  }

  private List<String> words(String line) {
    Matcher matcher = WORD.matcher(line);
    return matcher
        .results()
        .map(found -> placed(found.group(1) == null ? found.group() : found.group(1)))
        .toList();
  }

  private String placed(String text) {
    return text.replace("DIR", folder.toString());
  }

  private static void cut(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }

  private String masked(String text) {
    return text.replace(folder.toAbsolutePath().toString(), "DIR")
        .replace(folder.toString(), "DIR")
        .replace(ToolVersion.text(), "VERSION")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z \\+\\d+\\.\\ds", "TIME")
        .replaceAll("\\d+ statements, \\d+ round trips", "TRAFFIC")
        .replaceAll("(SQLite 3|\"3)\\.\\d+\\.\\d+", "$1.x")
        .replaceAll("\"minor\": \\d+", "\"minor\": x")
        .replaceAll("\"started\" : \"[^\"]*\"", "\"started\" : x")
        .replaceAll("\"(elapsedMillis|statements|roundTrips)\" : \\d+", "\"$1\" : x");
  }
}
