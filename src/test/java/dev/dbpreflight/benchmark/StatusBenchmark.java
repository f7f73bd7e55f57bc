package dev.dbpreflight.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Prints how much longer {@code status} takes on a long history and many files than on an empty
 * history and one file. Both alternate, so that a busy machine weighs on both; what counts is the
 * ratio.
 */
public final class StatusBenchmark {
  private static final int MANY = Integer.getInteger("benchmark.migrations", 5000);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 9);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final String HISTORY =
      """
      create table flyway_schema_history (installed_rank integer primary key, version varchar(50),
        description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
        checksum integer, installed_by varchar(100) not null, installed_on timestamp not null,
        execution_time integer not null, success boolean not null);
      create table shops (id integer primary key);
      """;

  private final Path folder;

  private StatusBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("status-benchmark");
    new StatusBenchmark(folder).run();
  }

  private void run() throws Exception {
    Path few = files("few", 1);
    Path many = files("many", MANY);
    System.out.printf(
        "status, %,d migrations recorded and as many files, %d rounds%n", MANY, ROUNDS);
    compare(
        "SQLite",
        List.of(Databases.sqlite(folder, HISTORY).toString(), few.toString()),
        List.of(Databases.sqlite(folder, HISTORY, rows()).toString(), many.toString()));
    PostgresServer server = Databases.newest();
    String empty = server.createDatabase(HISTORY);
    String full = server.createDatabase(HISTORY, rows());
    compare(
        "PostgreSQL " + server.major(),
        List.of(server.url(empty), few.toString()),
        List.of(server.url(full), many.toString()));
    server.drop(empty);
    server.drop(full);
  }

  private Path files(String name, int count) throws IOException {
    Path files = Files.createDirectory(folder.resolve(name));
    for (int number = 1; number <= count; number++) {
      Files.writeString(files.resolve("V" + number + "__change.sql"), content(number));
    }
    return files;
  }

  private static String content(int number) {
    return "create table t%d (id integer primary key, name varchar(80) not null);"
        .formatted(number);
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder("insert into flyway_schema_history values ");
    for (int number = 1; number <= MANY; number++) {
      CRC32 checksum = new CRC32();
      checksum.update(content(number).getBytes(UTF_8));
      rows.append(number == 1 ? "" : ",")
          .append(
              "(%1$d, '%1$d', 'change', 'SQL', 'V%1$d__change.sql', %2$d, 'app',"
                      .formatted(number, (int) checksum.getValue())
                  + " '2026-01-01 00:00:00', 1, true)");
    }
    return rows.toString();
  }

  private void compare(String engine, List<String> few, List<String> many) throws Exception {
    List<Double> fewSeconds = new ArrayList<>();
    List<Double> manySeconds = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> cpuRatios = new ArrayList<>();
    measure(few);
    requireNothingPending(measure(many));
    for (int round = 0; round < ROUNDS; round++) {
      Measured one = measure(few);
      Measured other = measure(many);
      fewSeconds.add(one.seconds());
      manySeconds.add(other.seconds());
      ratios.add(other.seconds() / one.seconds());
      cpuRatios.add(other.cpuSeconds() / one.cpuSeconds());
    }
    System.out.printf(
        "  %-14s empty %.2f s, full %.2f s, ratio %.2f (processor time %.2f)%n",
        engine, median(fewSeconds), median(manySeconds), median(ratios), median(cpuRatios));
  }

  private Measured measure(List<String> target) throws IOException, InterruptedException {
    Path report = folder.resolve("status.json");
    String launcher = Path.of("dbpreflight").toAbsolutePath().toString();
    List<String> command =
        List.of(
            launcher,
            "status",
            target.get(0),
            "--migrations",
            target.get(1),
            "--report",
            "json=" + report);
    Measured run = Measured.run(command, folder, LIMIT);
    if (run.exitCode() != 0) {
      throw new IllegalStateException(
          "status ended with %d:%n%s".formatted(run.exitCode(), run.said()));
    }
    return run;
  }

  /** A fast answer that is wrong would be worth nothing. */
  private void requireNothingPending(Measured run) throws IOException {
    String report = Files.readString(folder.resolve("status.json"));
    if (!report.contains("\"pending\" : [ ]") || !report.contains("\"edited\" : [ ]")) {
      throw new IllegalStateException("the history does not fit the files: " + run.said());
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
