package dev.dbpreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file with three checks does what a script written by hand would do, on both engines. */
class NamedChecksIT {
  private static final String BEFORE =
      """
      create table accounts (id integer primary key, default_fee numeric(10,2));
      create table trades (id integer primary key);
      insert into accounts values (1, null);
      """;

  private static final String AFTER =
      """
      create table accounts (id integer primary key, default_fee numeric(10,2) default 0);
      create table stock_positions (id integer primary key);
      create table trades (
        id integer primary key, stock_position_id integer references stock_positions (id));
      insert into accounts (id) values (1);
      """;

  private static final String CHECKS =
      """
      extends: after-deploy
      accept: [populated]
      checks:
        stock_positions:
          tables: [stock_positions]
          columns:
            trades.stock_position_id: {type: int, nullable: true, references: stock_positions.id}
        default_fee:
          columns: {accounts.default_fee: {type: "decimal(10,2)", default: "0"}}
          sql:
            - {query: "select count(*) from accounts where default_fee is null", expect: 0}
          rows: {accounts: {min: 1}}
        app_version:
          http: {url: "http://localhost:${PORT}/healthz", json: {/version: "1.4.0"}}
      """;

  @TempDir private Path folder;
  private HttpServer application;
  private Path checks;

  @BeforeEach
  void start() throws IOException {
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext(
        "/healthz",
        exchange -> {
          try (exchange) {
            byte[] body = "{\"version\": \"1.4.0\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    application.start();
    checks = Files.writeString(folder.resolve("checks.yaml"), CHECKS);
  }

  @AfterEach
  void stop() {
    application.stop(0);
  }

  private interface Engine {
    String database(Path folder, String script);
  }

  static Stream<Engine> engines() {
    return Stream.concat(
        Stream.of((folder, script) -> Databases.sqlite(folder, script).toString()),
        Stream.of(Databases.oldest(), Databases.newest()).distinct().map(NamedChecksIT::engine));
  }

  private static Engine engine(PostgresServer server) {
    return (folder, script) -> server.url(server.createDatabase(script));
  }

  private CommandLineRun check(String target, String... options) {
    String port = "" + application.getAddress().getPort();
    return CommandLineRun.in(
        Map.of("PORT", port),
        Stream.concat(Stream.of("check", target, "--checks", checks.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void everyCheckPassesAfterTheDeployment(Engine engine) {
    String target = engine.database(folder, AFTER);
    CommandLineRun all = check(target, "--all");
    assertThat(all.out()).contains("passed 3 checks", "stock_positions, default_fee, app_version");
    assertThat(all.err()).isEmpty();
    CommandLineRun one = check(target, "--check", "stock_positions");
    assertThat(one.exitCode()).as(one.out()).isZero();
    assertThat(one.out()).contains("passed 1 check").doesNotContain("app_version", "rules\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void eachOneFailsBeforeIt(Engine engine) {
    String target = engine.database(folder, BEFORE);
    CommandLineRun positions = check(target, "--check", "stock_positions");
    assertThat(positions.exitCode()).isEqualTo(1);
    assertThat(positions.out().replaceAll("\\s+", " "))
        .contains("[stock_positions]", "stock_positions\" is missing")
        .contains("trades.stock_position_id\" is missing");
    CommandLineRun fee = check(target, "--check", "default_fee");
    assertThat(fee.exitCode()).isEqualTo(1);
    assertThat(fee.out().replaceAll("\\s+", " "))
        .contains("has no default, expected 0", "answers 1, expected 0");
    application.stop(0);
    CommandLineRun version = check(target, "--check", "app_version");
    assertThat(version.exitCode()).isEqualTo(1);
    assertThat(version.out().replaceAll("\\s+", " "))
        .contains("\"http://localhost:${PORT}/healthz\" cannot be asked: nothing listens there");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aQueryThatWouldWriteIsNotRun(Engine engine) throws IOException {
    Files.writeString(
        checks,
        """
        checks:
          hostile:
            sql:
              - {query: "select 1; drop table accounts", expect: 1}
        """);
    String target = engine.database(folder, AFTER);
    CommandLineRun run = check(target, "--check", "hostile");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("INCONCLUSIVE", "hostile (required)");
    Files.writeString(checks, CHECKS);
    assertThat(check(target, "--check", "default_fee").exitCode()).isZero();
  }

  @Test
  void aRightThatLastsIsNamedWithItsRemedy() {
    PostgresServer server = Databases.newest();
    String database =
        server.createDatabase(
            AFTER,
            "create function doit() returns int language plpgsql security definer as"
                + " $$ begin copy (select 1) to program 'true'; return 1; end $$");
    CommandLineRun run = check(server.url(database), "--check", "default_fee");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("may call public.doit(), which runs with the rights of postgres")
        .contains("REVOKE EXECUTE ON FUNCTION public.doit() FROM PUBLIC");
  }

  @Test
  void aVariableIsNeverShown() throws IOException {
    Files.writeString(
        checks,
        """
        checks:
          secret:
            sql:
              - {query: "select '${WORD}' from ${WORD}", expect: 1}
        """);
    PostgresServer server = Databases.newest();
    for (String target :
        new String[] {
          server.url(server.createDatabase(AFTER)), Databases.sqlite(folder, AFTER).toString()
        }) {
      CommandLineRun run =
          CommandLineRun.in(
              Map.of("WORD", "pl4nted"),
              "check",
              target,
              "--checks",
              checks.toString(),
              "--check",
              "secret",
              "-vv");
      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.out() + run.err()).doesNotContain("pl4nted");
    }
  }
}
