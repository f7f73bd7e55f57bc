package dev.dbpreflight.benchmark;

import dev.dbpreflight.benchmark.Contender.Target;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints how the program compares with others on this machine. Figures of one run only mean
 * something beside each other: the fast programs alternate, and what counts are the ratios.
 */
public final class Benchmark {
  private static final Pattern TRAFFIC = Pattern.compile("(\\d+) statements, (\\d+) round trips");
  private static final String REFERENCE = "pg_dump --schema-only";

  private final List<Integer> sizes =
      Arrays.stream(System.getProperty("benchmark.tables").split(","))
          .map(Integer::valueOf)
          .sorted()
          .toList();
  private final int rounds = Integer.getInteger("benchmark.rounds");
  private final Duration limit = Duration.ofSeconds(Integer.getInteger("benchmark.seconds"));
  private final Path folder;
  private final Path pgDump;
  private final Set<String> tooSlow = new HashSet<>();

  /** Median seconds of a program by the number of tables. */
  private final Map<String, Map<Integer, Double>> seconds = new LinkedHashMap<>();

  private Benchmark(Path folder) {
    this.folder = folder;
    this.pgDump = ExternalTool.PG_DUMP.require();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of("target/benchmark").toAbsolutePath();
    Files.createDirectories(folder);
    new Benchmark(folder).run();
  }

  private void run() throws Exception {
    PostgresServer server = Databases.postgres(newestServed());
    System.out.printf(
        "PostgreSQL %d, Java %s, %d processors. A program is stopped after %d s.%n",
        server.major(),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        limit.toSeconds());
    warmUp();
    startUp(server);
    for (int tables : sizes) {
      String database = server.createDatabase();
      try (Connection connection = server.connect(database)) {
        MadeSchema.make(connection, tables);
      }
      compare(tables, new Target(server.host(), server.port(), database, "postgres"));
      server.drop(database);
    }
    costPerTable();
  }

  /** The newest server that the installed pg_dump can talk to. */
  private static int newestServed() {
    return Databases.versions().reversed().stream()
        .filter(ExternalTool.PG_DUMP::serves)
        .findFirst()
        .orElseThrow();
  }

  /** The first start makes the launcher's cache, in the background. */
  private void warmUp() throws IOException, InterruptedException {
    Path launcher = Path.of("dbpreflight").toAbsolutePath();
    Measured.run(List.of(launcher.toString(), "--version"), folder, limit);
    for (int attempt = 0; attempt < 600; attempt++) {
      try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
        List<String> names = files.map(Path::toString).toList();
        if (names.stream().anyMatch(name -> name.endsWith("classes.jsa"))
            && names.stream().noneMatch(name -> name.endsWith(".new"))) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the launcher made no cache in " + folder);
  }

  private void startUp(PostgresServer server) throws IOException, InterruptedException {
    Path file = Databases.sqlite(folder, "create table shops (id integer primary key)");
    String database = server.createDatabase("create table shops (id integer primary key)");
    System.out.printf("%nFrom start to verdict, one table, median of %d:%n", 2 * rounds + 1);
    for (String target : List.of(file.toString(), server.url(database))) {
      List<Double> cpu = new ArrayList<>();
      List<Double> wall = new ArrayList<>();
      for (int round = 0; round < 2 * rounds + 1; round++) {
        Measured run = Measured.run(check(target), folder, limit);
        require(run, "dbpreflight check");
        cpu.add(run.cpuSeconds());
        wall.add(run.seconds());
      }
      System.out.printf(
          "  %-10s %5.2f s of processor time, %5.2f s%n",
          target.startsWith("postgresql") ? "PostgreSQL" : "SQLite", median(cpu), median(wall));
    }
    server.drop(database);
    Files.delete(file);
  }

  private static List<String> check(String target) {
    String launcher = Path.of("dbpreflight").toAbsolutePath().toString();
    return List.of(launcher, "check", target, "--accept", "populated");
  }

  private void compare(int tables, Target target) throws IOException, InterruptedException {
    List<Contender> contenders =
        List.of(
            Contender.pgDump(target, pgDump, folder, rounds),
            Contender.dbpreflight(target, folder, rounds),
            Contender.liquibase(target, folder),
            Contender.schemaCrawler(target, folder));
    Map<String, List<Measured>> runs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        if (round < contender.rounds() && !tooSlow.contains(contender.name())) {
          Measured run = Measured.run(contender.command(), folder, limit);
          require(run, contender.name());
          runs.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(run);
          if (run.stopped()) {
            tooSlow.add(contender.name());
          }
        }
      }
    }
    print(tables, contenders, runs);
  }

  private void print(int tables, List<Contender> contenders, Map<String, List<Measured>> runs) {
    System.out.printf("%n%,d tables  %24s %12s %12s%n", tables, "seconds", "ratio", "peak MiB");
    for (Contender contender : contenders) {
      List<Measured> measured = runs.getOrDefault(contender.name(), List.of());
      if (measured.isEmpty()) {
        System.out.printf("  %-24s not run: it did not finish a smaller one%n", contender.name());
      } else if (measured.getLast().stopped()) {
        System.out.printf(
            "  %-24s %9s stopped without output, %,.0f MiB%n",
            contender.name(), "> " + limit.toSeconds(), measured.getLast().peakMebibytes());
      } else {
        double median = median(measured.stream().map(Measured::seconds).toList());
        seconds.computeIfAbsent(contender.name(), name -> new TreeMap<>()).put(tables, median);
        System.out.printf(
            "  %-24s %9.2f %12.2f %,12.0f%s%n",
            contender.name(),
            median,
            ratio(measured, runs.get(REFERENCE)),
            measured.stream().mapToDouble(Measured::peakMebibytes).max().orElseThrow(),
            traffic(measured.getLast()));
      }
    }
  }

  /** The median of the ratios of each round, so that a busy minute weighs on both. */
  private static double ratio(List<Measured> measured, List<Measured> reference) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < measured.size(); round++) {
      ratios.add(measured.get(round).seconds() / reference.get(round).seconds());
    }
    return median(ratios);
  }

  private static String traffic(Measured run) {
    Matcher traffic = TRAFFIC.matcher(run.said());
    return traffic.find() ? "   " + traffic.group() : "";
  }

  private void costPerTable() {
    System.out.printf("%nMilliseconds per table:%n");
    seconds.forEach(
        (name, bySize) -> {
          StringBuilder line = new StringBuilder("  %-24s".formatted(name));
          bySize.forEach(
              (tables, time) ->
                  line.append(" %,d tables %.3f ".formatted(tables, time * 1000 / tables)));
          System.out.println(line.toString().stripTrailing());
        });
  }

  private static void require(Measured run, String name) {
    if (run.exitCode() != 0 && !run.stopped()) {
      throw new IllegalStateException(
          "%s ended with %d:%n%s".formatted(name, run.exitCode(), run.said()));
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
