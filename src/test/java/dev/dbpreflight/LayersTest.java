package dev.dbpreflight;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The package table of the design, kept true. A package that is not in the table may import
 * nothing; a row may name packages that do not exist yet.
 */
class LayersTest {
  private static final String ROOT = "dev.dbpreflight.";

  /** What everybody may use. Files, sockets, JDBC and third parties are named in the table. */
  private static final List<String> PLAIN_JAVA =
      List.of("java.lang", "java.math", "java.text", "java.time", "java.util");

  /** The one copy of the table; own packages by their last names, others with all below them. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("problem", List.of()),
          entry("model", List.of()),
          entry("conditions", List.of("model")),
          entry("backup", List.of("conditions", "model", "java.io", "java.nio")),
          entry("history", List.of("problem", "model", "java.nio.charset")),
          entry(
              "migrations",
              List.of(
                  "model",
                  "history",
                  "problem",
                  "tools.jackson.core",
                  "org.snakeyaml.engine",
                  "javax.xml",
                  "org.xml.sax",
                  "java.io",
                  "java.nio",
                  "java.security")),
          entry(
              "connect",
              List.of(
                  "model",
                  "conditions",
                  "problem",
                  "java.sql",
                  "org.postgresql",
                  "org.sqlite",
                  "java.io",
                  "java.net",
                  "java.nio",
                  "java.security",
                  "javax.net")),
          entry(
              "introspect",
              // The streams are for the data files that lie beside its classes.
              List.of(
                  "connect",
                  "model",
                  "conditions",
                  "history",
                  "problem",
                  "java.sql",
                  "java.io",
                  "java.nio.charset")),
          entry("introspect.postgres", List.of("introspect", "like introspect")),
          entry("introspect.sqlite", List.of("introspect", "like introspect")),
          entry(
              "snapshot",
              List.of(
                  "model",
                  "problem",
                  "tools.jackson.core",
                  "java.io",
                  "java.nio",
                  "java.security")),
          entry("diff", List.of("model")),
          entry("trace", List.of("model", "diff", "history")),
          entry(
              "rehearse",
              List.of(
                  "connect",
                  "introspect",
                  "diff",
                  "trace",
                  "model",
                  "history",
                  "problem",
                  "java.sql",
                  "java.io",
                  "java.nio")),
          entry("rules", List.of("model", "conditions", "diff", "trace", "history", "problem")),
          entry("rules.builtin", List.of("rules", "like rules")),
          entry(
              "checks",
              List.of(
                  "problem",
                  "rules",
                  "rules.builtin",
                  "model",
                  "diff",
                  "history",
                  "tools.jackson.core",
                  "org.snakeyaml.engine",
                  "java.io",
                  "java.net",
                  "java.nio")),
          entry(
              "report",
              List.of(
                  "rules",
                  "rules.builtin",
                  "model",
                  "conditions",
                  "diff",
                  "history",
                  "problem",
                  "tools.jackson.core",
                  "javax.xml",
                  "java.io",
                  "java.nio.charset")),
          entry(
              "app",
              List.of(
                  "problem",
                  "model",
                  "conditions",
                  "history",
                  "connect",
                  "introspect",
                  "introspect.postgres",
                  "introspect.sqlite",
                  "snapshot",
                  "migrations",
                  "backup",
                  "diff",
                  "trace",
                  "rehearse",
                  "rules",
                  "rules.builtin",
                  "checks",
                  "report",
                  "java.io",
                  "java.nio",
                  "java.sql")),
          entry(
              "cli",
              List.of(
                  "app",
                  "report",
                  "rules",
                  "checks",
                  "problem",
                  "picocli",
                  "java.io",
                  "java.nio")));

  /** Standard streams, the environment and the end of the process belong to the command line. */
  private static final Pattern SURROUNDINGS =
      Pattern.compile(
          "\\bSystem\\s*\\.\\s*(out|err|in|exit|getenv|console|setProperty|setOut|setErr)\\b"
              + "|\\bRuntime\\s*\\.\\s*getRuntime\\(\\)\\s*\\.\\s*(exit|halt|exec)\\b"
              + "|\\bnew ProcessBuilder\\b");

  private static final Pattern CLOCK =
      Pattern.compile(
          "\\bSystem\\s*\\.\\s*(nanoTime|currentTimeMillis)\\b|\\.now\\(|\\bnew Date\\(");

  private static final Set<String> WITHOUT_CLOCK =
      Set.of(
          "problem",
          "model",
          "conditions",
          "backup",
          "history",
          "introspect",
          "introspect.postgres",
          "introspect.sqlite",
          "snapshot",
          "diff",
          "trace",
          "rules",
          "rules.builtin",
          "report");

  @Test
  void packagesImportWhatTheTableAllows() {
    List<String> broken = new ArrayList<>();
    for (Edge edge : edges()) {
      if (!allowed(edge)) {
        broken.add(
            "package %s may not import %s (the table is in LayersTest, and in the design)"
                .formatted(edge.from(), edge.to()));
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(edges().stream().map(edge -> edge.from().substring(ROOT.length())).distinct())
        .isSubsetOf(MAY_IMPORT.keySet());
  }

  @Test
  void onlyTheCommandLineTouchesTheSurroundings() throws IOException {
    assertThat(lines(SURROUNDINGS)).filteredOn(use -> !use.in().equals("cli")).isEmpty();
  }

  @Test
  void whatMustBeRepeatableHasNoClock() throws IOException {
    assertThat(lines(CLOCK)).filteredOn(use -> WITHOUT_CLOCK.contains(use.in())).isEmpty();
  }

  private static boolean allowed(Edge edge) {
    if (edge.from().equals(edge.to()) || within(edge.to(), PLAIN_JAVA)) {
      return true;
    }
    List<String> imports = imports(edge.from().substring(ROOT.length()));
    return edge.to().startsWith(ROOT)
        ? imports.contains(edge.to().substring(ROOT.length()))
        : within(edge.to(), imports);
  }

  private static List<String> imports(String name) {
    List<String> imports = new ArrayList<>();
    for (String each : MAY_IMPORT.getOrDefault(name, List.of())) {
      if (each.startsWith("like ")) {
        imports.addAll(imports(each.substring("like ".length())));
      } else {
        imports.add(each);
      }
    }
    return imports;
  }

  private static boolean within(String name, List<String> packages) {
    return packages.stream().anyMatch(each -> (name + ".").startsWith(each + "."));
  }

  private static Set<Edge> edges() {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    int code =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(printer, printer, "-verbose:package", "-filter:none", "target/classes");
    assertThat(code).as(out.toString()).isZero();
    // "   dev.dbpreflight.diff    -> dev.dbpreflight.model    classes"
    Matcher line =
        Pattern.compile("^ +(dev\\S+) +-> (\\S+)", Pattern.MULTILINE).matcher(out.toString());
    Set<Edge> edges = new TreeSet<>();
    while (line.find()) {
      edges.add(new Edge(line.group(1), line.group(2)));
    }
    assertThat(edges).as(out.toString()).isNotEmpty();
    return edges;
  }

  private static List<Use> lines(Pattern pattern) throws IOException {
    List<Use> uses = new ArrayList<>();
    Path root = Path.of("src/main/java", ROOT.split("\\."));
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        String in = root.relativize(file.getParent()).toString().replace('/', '.');
        List<String> lines = Files.readAllLines(file);
        for (int number = 0; number < lines.size(); number++) {
          if (pattern.matcher(lines.get(number)).find()) {
            uses.add(
                new Use(in, "%s:%d: %s".formatted(file, number + 1, lines.get(number).strip())));
          }
        }
      }
    }
    return uses;
  }

  private record Edge(String from, String to) implements Comparable<Edge> {

    @Override
    public int compareTo(Edge other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A line that uses something. */
  private record Use(String in, String where) {}
}
