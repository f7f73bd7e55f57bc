package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.Application;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.OwnServer;
import dev.dbpreflight.support.PoolerInTheWay;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.QuietMachine;
import dev.dbpreflight.support.SessionBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example of every rule, run as a user runs the product, on every engine that the rule is for.
 */
class RuleExamplesIT {
  private static final Path CHECKS = Path.of("checks");

  @TempDir private Path folder;

  record Example(String rule, Engine engine) {

    Path file(String name) {
      Path ofEngine = CHECKS.resolve(rule).resolve(name.replace(".", "." + engine.token() + "."));
      return Files.exists(ofEngine) ? ofEngine : CHECKS.resolve(rule).resolve(name);
    }

    /** The files of the release, where the rule looks at them: of this part, or of both. */
    Optional<String> migrations(String part) {
      return Stream.of("migrations-" + part, "migrations")
          .map(name -> "checks/" + rule + "/" + name)
          .filter(folder -> Files.isDirectory(Path.of(folder)))
          .findFirst();
    }

    @Override
    public String toString() {
      return rule + " on " + engine.title();
    }
  }

  static Stream<Example> examples() {
    return BuiltinRules.ALL.stream().flatMap(RuleExamplesIT::examples).filter(RuleExamplesIT::runs);
  }

  private static Stream<Example> examples(Rule rule) {
    return Arrays.stream(rule.info().engines())
        .map(engine -> new Example(rule.info().id(), engine));
  }

  /** A rule's example may be for one of its engines only: the file name then says which. */
  private static boolean runs(Example example) {
    return Files.exists(example.file("bad.sql"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theBadOneIsFoundAndTheGoodOneIsNot(Example example) throws Exception {
    CommandLineRun good = run(example, "good");
    assertThat(good.err()).as("stderr on the good example").isEmpty();
    assertThat(good.out()).doesNotContain("[" + example.rule() + "]");

    CommandLineRun bad = run(example, "bad");
    assertThat(bad.err()).as("stderr on the bad example").isEmpty();
    assertThat(bad.out()).contains("[" + example.rule() + "]");
    Golden.check(
        CHECKS.resolve(example.rule()).resolve("report." + example.engine().token() + ".txt"),
        bad.out());
  }

  /**
   * Those who do something at the same time, where a file says what: what it says has been done
   * when the product looks, or goes on still. Nobody where there is no file.
   */
  private List<AutoCloseable> beside(Example example, String part, String target)
      throws IOException, SQLException, InterruptedException {
    if (example.engine() == Engine.SQLITE) {
      return List.of(application(example, part, Path.of(target)));
    }
    Path done = CHECKS.resolve(example.rule()).resolve("session-" + part + ".sql");
    Path going = CHECKS.resolve(example.rule()).resolve("session-" + part + "-going.sql");
    String database = target.substring(target.lastIndexOf('/') + 1);
    List<AutoCloseable> sessions = new ArrayList<>();
    if (Files.exists(done)) {
      sessions.add(new SessionBeside(Databases.newest(), database).run(Files.readString(done)));
    }
    if (Files.exists(going)) {
      sessions.add(new SessionBeside(Databases.newest(), database).begin(Files.readString(going)));
    }
    return sessions;
  }

  private CommandLineRun run(Example example, String part) throws Exception {
    if (isOn(example, part, "own")) {
      try (OwnServer server = new OwnServer(Databases.versions().getLast(), settings(example))) {
        server.run(Files.readString(example.file(part + ".sql")));
        return run(example, part, server.url());
      }
    }
    String target = database(example, part);
    if (isOn(example, part, "pooler")) {
      int port = Databases.newest().port();
      try (PoolerInTheWay pooler = new PoolerInTheWay(port)) {
        return run(example, part, target.replace(":" + port + "/", ":" + pooler.port() + "/"));
      }
    }
    return run(example, part, target);
  }

  /**
   * With a file "session" another process that has the database open; with a file "crash" one that
   * had it open and ended without a chance to clean up; else a machine on which nothing else runs.
   */
  private AutoCloseable application(Example example, String part, Path database)
      throws IOException, InterruptedException {
    Path session = CHECKS.resolve(example.rule()).resolve("session-" + part + ".sql");
    if (Files.exists(session)) {
      return Application.on(database, statements(session));
    }
    Path crash = CHECKS.resolve(example.rule()).resolve("crash-" + part + ".sql");
    if (Files.exists(crash)) {
      Application.on(database, statements(crash)).crash();
    }
    return QuietMachine.in(Files.createTempDirectory(folder, "machine"));
  }

  private static String[] statements(Path script) throws IOException {
    return Files.readString(script).split(";\\s*\n");
  }

  @SuppressWarnings("try") // The session beside only has to be there.
  private CommandLineRun run(Example example, String part, String target) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check", target));
    Path checkFile = CHECKS.resolve(example.rule()).resolve(part + ".yaml");
    if (Files.exists(checkFile)) {
      arguments.addAll(List.of("--checks", checkFile.toString()));
    }
    Path expected = folder.resolve("v2.json");
    if (Files.exists(example.file("expected.sql"))) {
      CommandLineRun snapshot =
          CommandLineRun.of("snapshot", database(example, "expected"), "-o", expected.toString());
      assertThat(snapshot.exitCode()).as(snapshot.err()).isZero();
      arguments.addAll(List.of("--expect", expected.toString()));
    }
    example.migrations(part).ifPresent(found -> arguments.addAll(List.of("--migrations", found)));
    Path options = CHECKS.resolve(example.rule()).resolve("options");
    if (Files.exists(options)) {
      arguments.addAll(List.of(Files.readString(options).strip().split(" ")));
    }
    List<AutoCloseable> beside = beside(example, part, target);
    CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
    for (AutoCloseable one : beside.reversed()) {
      one.close();
    }
    return new CommandLineRun(
        run.exitCode(), masked(run.out(), example, target, expected), run.err());
  }

  private String database(Example example, String part) throws IOException {
    String script = Files.readString(example.file(part + ".sql"));
    return switch (example.engine()) {
      case SQLITE -> Databases.sqlite(folder, script, "VACUUM").toString();
      case POSTGRESQL -> {
        PostgresServer server = server(example, part);
        yield server.url(server.createDatabase(script));
      }
    };
  }

  /** The newest server, unless "servers" says for this part that it is the oldest. */
  private static PostgresServer server(Example example, String part) throws IOException {
    return isOn(example, part, "oldest") ? Databases.oldest() : Databases.newest();
  }

  /** "oldest", "own" with the settings of "server.conf", or behind a "pooler". */
  private static boolean isOn(Example example, String part, String server) throws IOException {
    Path servers = CHECKS.resolve(example.rule()).resolve("servers");
    return Files.exists(servers) && Files.readAllLines(servers).contains(part + ": " + server);
  }

  /** "name = value" in each line. */
  private static Map<String, String> settings(Example example) throws IOException {
    Path file = CHECKS.resolve(example.rule()).resolve("server.conf");
    Map<String, String> settings = new TreeMap<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] parts = line.split(" = ", 2);
      settings.put(parts[0], parts[1]);
    }
    return settings;
  }

  /** What differs between machines and releases of the servers. */
  private static String masked(String text, Example example, String target, Path expected) {
    String shown =
        example.engine() == Engine.SQLITE ? "app.db" : "postgresql://postgres@localhost/shop";
    return text.replace(target, shown)
        .replace(expected.toString(), "v2.json")
        // What is true now, and not in the next run.
        .replaceAll("(?m)^  (now|size|touched) .*\\n(            .*\\n)*", "")
        .replaceAll("(PostgreSQL|SQLite|is|from) (\\d+)\\.[\\d.]+", "$1 $2")
        .replaceAll(
            "\\d+ of the \\d+ connections(.*), \\d+ left", "1 of the 100 connections$1, 99 left")
        .replaceAll(
            "database \"[^\"]+\" is \\d+ transaction", "database \"shop\" is 800 transaction")
        .replaceAll(
            "database takes [\\d.]+ .B( .*), [\\d.]+ \\S+ are left",
            "database takes 7.8 MB$1, 200 kB are left")
        .replaceAll("[\\d.]+ \\S+ of log are kept", "33.6 MB of log are kept")
        .replaceAll("pid\\s+\\d+(,\\s+client\\s+[^,]+)?,\\s+for\\s+\\d+\\s+s", "pid 4711, for 0 s")
        .replaceAll("\\(for\\s+\\d+\\s+s\\)", "(for 0 s)")
        .replaceAll("pid \\d+ \\(java\\)", "pid 4711 (gunicorn)")
        .replaceAll("[\\d.]+ [kMGT]?B are free", "1.2 GB are free")
        .replaceAll("\\d+ days old", "2500 days old");
  }
}
