package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password, wherever it was written, comes out nowhere, however the run ends. */
class SecretsTest {
  private static final String SECRET = Planted.PASSWORD;
  private static final String URL = "postgresql://deploy:pl4nted@127.0.0.1:1/shop";

  @TempDir private Path folder;

  static Stream<String> targetsThatCannotBeReached() {
    return Stream.of(
        URL,
        "postgres://deploy:pl4nted@no-such-host.invalid/shop",
        "postgresql+psycopg2://deploy:pl4nted@127.0.0.1:1/shop",
        "postgresql://deploy:%70l4nted%21@127.0.0.1:1/shop",
        "postgresql://deploy:pl4nted@x:y/z@127.0.0.1:1/shop",
        "postgresql://deploy:pl4nted@127.0.0.1:99999/shop",
        "postgresql://deploy:pl4nted@[::1/shop",
        "postgresql://127.0.0.1:1/shop?user=deploy&password=pl4nted",
        "postgresql://127.0.0.1:1/shop?user=deploy&sslpassword=pl4nted&sslmode=require",
        "postgresql://deploy:pl4nted@127.0.0.1:1/shop?sslmode=strict",
        "postgresql://deploy:pl4nted@127.0.0.1:1/shop?no_such_parameter=1",
        "postgresql://deploy:pl4nted@/shop?host=/no/such/folder",
        "postgresql:deploy:pl4nted@127.0.0.1/shop",
        "posgresql://deploy:pl4nted@127.0.0.1:1/shop",
        "mysql://deploy:pl4nted@127.0.0.1:1/shop",
        "jdbc:postgresql://127.0.0.1:1/shop?user=deploy&password=pl4nted",
        "jdbc:mysql://deploy:pl4nted@127.0.0.1:1/shop",
        "deploy:pl4nted@127.0.0.1:1/shop",
        "host=127.0.0.1 port=1 user=deploy password=pl4nted dbname=shop",
        "host=127.0.0.1 port=1 user=deploy password='pl4nted dbname=shop",
        "host=127.0.0.1 port=1 pasword=pl4nted",
        "\"postgresql://deploy:pl4nted@127.0.0.1:1/shop\"",
        "postgresql://deploy:pl4nted@127.0.0.1:1/shop.json",
        "host=127.0.0.1 port=1 password=pl4nted dbname=shop.json");
  }

  @ParameterizedTest
  @MethodSource("targetsThatCannotBeReached")
  void inATarget(String target) throws IOException {
    isTold(Map.of(), "check", target);
    isTold(Map.of(), "status", target);
    isTold(Map.of(), "snapshot", target, "-o", folder.resolve("s.json").toString());
    isTold(Map.of(), "diff", target, target);
    isTold(Map.of("DATABASE_URL", target), "check");
  }

  @Test
  void inThePasswordVariable() throws IOException {
    Map<String, String> variables =
        Map.of("PGHOST", "127.0.0.1", "PGPORT", "1", "PGUSER", "deploy", "PGPASSWORD", SECRET);
    isTold(variables, "check");
    isTold(variables, "check", "postgresql://127.0.0.1:1/shop");
    isTold(Map.of("DATABASE_URL", URL, "PGPASSWORD", SECRET), "status");
  }

  @Test
  void inAPasswordFileAndInAServiceFile() throws IOException {
    Path passwords = Files.writeString(folder.resolve("pgpass"), "*:*:*:*:" + SECRET + "\n");
    isTold(Map.of("PGPASSFILE", passwords.toString()), "check", "postgresql://127.0.0.1:1/shop");
    Path services =
        Files.writeString(
            folder.resolve("services"), "[shop]\nhost=127.0.0.1\nport=1\npassword=pl4nted\nx=y\n");
    isTold(Map.of("PGSERVICE", "shop", "PGSERVICEFILE", services.toString()), "check");
  }

  static Stream<Arguments> wrongPlaces() {
    return Stream.of(
            "%s",
            "check app.db %s",
            "check --profile %s",
            "check --profile=%s",
            "check --accept %s",
            "check --accept=fresh,%s",
            "check --fail-on %s",
            "check --compare %s",
            "check --severity %s",
            "check --severity x=%s",
            "check --off %s",
            "check --timeout %s",
            "check --connect-timeout=%s",
            "check --color %s",
            "check --format %s",
            "check --report %s",
            "check --report json=%s",
            "check --expect %s",
            "check --expect=%s",
            "check app.db --expect app.db --snapshots %s",
            "check --log-file %s",
            "check --expct=%s",
            "snapshot app.db -o %s",
            "snapshot app.db -o%s",
            "diff %s",
            "diff app.db --compare %s app.db",
            "explain %s",
            "help %s")
        .flatMap(
            line ->
                Stream.of(
                        URL,
                        "postgresql://deploy:pl4nted,x@127.0.0.1:1/shop",
                        "host=127.0.0.1 password=pl4nted")
                    .map(target -> arguments(line, target)));
  }

  @ParameterizedTest
  @MethodSource("wrongPlaces")
  void whereNoTargetBelongs(String line, String target) throws IOException {
    isTold(
        Map.of(),
        Arrays.stream(line.split(" "))
            .map(word -> word.replace("%s", target))
            .map(word -> word.equals("app.db") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new));
    try (Stream<Path> made = Files.list(Path.of(""))) {
      assertThat(made.map(Path::toString))
          .as("files and folders that are called like a database")
          .noneMatch(name -> name.contains(SECRET) || name.contains("postgresql:"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://deploy@db/shop", "x@y", "sqlite:///a@b.db"})
  void whatHoldsNoPasswordIsTold(String target) {
    assertThat(CommandLineRun.of("check", "--profile", target).err()).contains(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init -o FILE",
        "demo",
        "rules",
        "explain table-without-primary-key",
        "help check",
        "--version"
      })
  void inACommandThatNeedsNoDatabase(String line) {
    Map<String, String> variables = Map.of("DATABASE_URL", URL, "PGPASSWORD", SECRET);
    String file = folder.resolve("checks.yaml").toString();

    CommandLineRun run = CommandLineRun.in(variables, line.replace("FILE", file).split(" "));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: {table-without-primary-key: '${TOKEN}'}",
        "accept: ['${TOKEN}']",
        "tables: '${TOKEN}'",
        "compare: {owners: '${TOKEN}'}",
        "waivers: [{rule: '${TOKEN}', object: t, reason: x, until: 2099-01-01}]",
        "waivers: [{rule: table-without-primary-key, object: t, reason: x, until: '${TOKEN}'}]",
        "checks: {a: {http: {url: 'http://u:${TOKEN}@127.0.0.1:1/?x=${TOKEN}', status: 200}}}",
        "checks: {a: {http: {url: '${TOKEN}', status: 200}}}",
        "checks: {a: {http: {url: 'http://127.0.0.1:1/', headers: {A: '${TOKEN}'}, status: 200}}}",
        "checks: {a: {http: {url: 'http://127.0.0.1:1/', status: '${TOKEN}'}}}",
        "checks: {a: {sql: [{query: \"select '${TOKEN}' from\", expect: 0}]}}",
        "checks: {a: {sql: [{query: \"select * from ${TOKEN}\", expect: 0}]}}",
        "checks: {a: {sql: [{query: \"select '${TOKEN}'\", expect: 0}]}}",
        "checks: {a: {http: {url: 'http://u:pl4nted@127.0.0.1:1/', status: 200}}}",
        "checks: {a: {http: {url: 'http://127.0.0.1:1/', headers: {Authorization: 'Bearer"
            + " pl4nted'}}}}",
        "checks: {a: {http: {url: 'http://u:pl4nted@127.0.0.1:1/', status: 200}}",
        "checks: {a: {http: {url: \"http://u:pl4nted@127.0.0.1:1/, status: 200}}}",
        "password: pl4nted",
        "pl4nted"
      })
  void inACheckFile(String text) throws IOException {
    Path database = Databases.sqlite(folder, "create table t (id integer primary key)");
    Path checks = Files.writeString(folder.resolve("checks.yaml"), text + "\n");
    List<String> words =
        List.of("check", database.toString(), "--checks", checks.toString(), "--all");

    CommandLineRun run = everything(Map.of("TOKEN", SECRET), words);

    assertThat(run.exitCode()).as(run.out() + run.err()).isIn(1, 2, 3);
  }

  /** Runs with all that could tell more; every run searches what it wrote, see {@link Planted}. */
  private CommandLineRun everything(Map<String, String> environment, List<String> words) {
    List<String> more = new ArrayList<>(words);
    more.addAll(List.of("-vv", "--log-file", folder.resolve("log.txt").toString()));
    more.addAll(List.of("--report", "json=" + folder.resolve("report.json")));
    more.addAll(List.of("--report", "text=" + folder.resolve("report.txt")));
    return CommandLineRun.in(environment, more.toArray(String[]::new));
  }

  /** Runs with all that could tell more, and looks at everything that was written. */
  private void isTold(Map<String, String> environment, String... arguments) throws IOException {
    Path log = folder.resolve("log.txt");
    Path report = folder.resolve("report.json");
    List<String> words = new ArrayList<>(List.of(arguments));
    if (arguments.length > 1 && !arguments[0].equals("help")) {
      words.addAll(1, List.of("-vv"));
      if (!words.contains("--log-file")) {
        words.addAll(1, List.of("--log-file", log.toString()));
      }
      if (List.of("check", "status", "diff").contains(arguments[0])) {
        words.addAll(1, List.of("--report", "json=" + report));
      }
    }
    if (List.of("check", "status", "snapshot", "diff").contains(arguments[0])) {
      words.addAll(1, List.of("--connect-retry", "200ms"));
    }

    CommandLineRun run = CommandLineRun.in(environment, words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isIn(2, 3);
    assertThat(run.err()).contains("error: ").doesNotContain(SECRET, "%70l4");
    assertThat(run.out()).doesNotContain(SECRET, "%70l4");
    for (Path file : List.of(log, report, folder.resolve("s.json"))) {
      if (Files.exists(file)) {
        assertThat(file).content().doesNotContain(SECRET, "%70l4");
      }
    }
  }
}
