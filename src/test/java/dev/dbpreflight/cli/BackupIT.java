package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of a real server, checked as a user checks them. */
class BackupIT {
  private static final String SHOP =
      """
      create table shops (id int primary key, name text);
      insert into shops select n, 'Shop ' || n from generate_series(1, 500) n;
      create view big_shops as select * from shops where id > 100;
      analyze shops;
      """;

  private final PostgresServer server = Databases.oldest();
  @TempDir private Path folder;

  @BeforeEach
  void requirePrograms() {
    ExternalTool.PG_RESTORE.require();
    ExternalTool.PSQL.require();
  }

  private Path dump(String database, String... options) {
    Path file = folder.resolve("shop.dump");
    List<String> words = new ArrayList<>(List.of("-d", server.url(database), "-f", "" + file));
    words.addAll(Arrays.asList(options));
    ExternalTool.PG_DUMP.command(words.toArray(String[]::new)).run().successful();
    return file;
  }

  private CommandLineRun check(String target, String backup, String scratch, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve("checks.yaml"), "backup: {" + backup + "}\n");
    List<String> words =
        new ArrayList<>(List.of("check", target, "--checks", "" + file, "--accept", "populated"));
    words.addAll(Arrays.asList(more));
    return CommandLineRun.in(
        Map.of("SCRATCH_URL", scratch, "PATH", System.getenv("PATH")),
        words.toArray(String[]::new));
  }

  private CommandLineRun restore(String database, String scratch, String... more)
      throws IOException {
    return check(
        server.url(database),
        "file: shop.dump, verify: restore, restore-to: '${SCRATCH_URL}'",
        scratch,
        more);
  }

  private List<String> scratchDatabases() {
    return server.strings(
        "postgres", "select datname from pg_database where datname like 'dbpreflight_scratch%'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fd", "-Ft", "-Fp"})
  void aBackupOfTheTargetPasses(String format) throws IOException {
    String database = server.createDatabase(SHOP);
    dump(database, format);

    CommandLineRun run = check(server.url(database), "file: shop.dump, max-age: 1h", "");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "backup-damaged,",
            "backup-lacks-rows,",
            "backup-lacks-tables,",
            "backup-missing,",
            "backup-too-old,")
        .doesNotContain("backup-not-restorable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fd", "-Ft"})
  void anArchiveIsRestoredAndNothingOfItStays(String format) throws IOException {
    String database = server.createDatabase(SHOP);
    dump(database, format);

    CommandLineRun run = restore(database, server.url("postgres"));

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("backup-not-restorable, backup-schema-differs,");
    assertThat(scratchDatabases()).isEmpty();
  }

  @Test
  void whatChangedSinceTheBackupIsTold() throws IOException {
    String database = server.createDatabase(SHOP);
    dump(database, "-Fc");
    server.run(
        database,
        "insert into shops select n from generate_series(501, 5000) n; analyze shops",
        "create table orders (id int)",
        "alter table shops add opened_on date");

    CommandLineRun run = restore(database, server.url("postgres"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("\"shop.dump\" does not hold table \"public.orders\"")
        .contains("holds 500 rows of table \"public.shops\", the target has about 5000")
        .contains("the restored backup lacks column \"public.shops.opened_on\"");
  }

  @Test
  void nothingIsRestoredIntoTheTarget() throws IOException {
    String database = server.createDatabase(SHOP);
    dump(database, "-Fc");

    CommandLineRun run = restore(database, server.url(database).replace("localhost", "127.0.0.1"));

    assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("restore-to is the target itself");
  }

  @Test
  void aScriptIsNotRun() throws IOException {
    String database = server.createDatabase(SHOP);
    dump(database, "-Fp");

    CommandLineRun run = restore(database, server.url("postgres"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("only an archive of pg_dump is restored");
  }

  @Test
  void anArchiveThatDoesNotLetItselfBeRestoredIsFoundAndTheScratchDatabaseIsDropped()
      throws IOException {
    String database =
        server.createDatabase(
            SHOP,
            """
            create function not_there(int) returns bool language plpgsql
              as $$ begin return current_database() like 'test%'; end $$;
            alter table shops add check (not_there(id));
            """);
    dump(database, "-Fc");

    CommandLineRun run = restore(database, server.url("postgres"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("cannot restore backup \"shop.dump\"", "violates check constraint");
    assertThat(scratchDatabases()).isEmpty();
  }

  @Test
  void aRestoreEndsWithItsTimeAndItsPasswordIsInNoArgument() throws Exception {
    server.run(
        "postgres",
        "create role restorer login superuser password 'pa55wordOfRestorer' in role "
            + PostgresServer.NEEDS_PASSWORD);
    String database =
        server.createDatabase(
            """
            create function slow(int) returns bool language plpgsql
              as $$ begin
                if current_database() like 'dbpreflight%' then perform pg_sleep(300); end if;
                return true;
              end $$;
            create table shops (id int primary key check (slow(id)));
            insert into shops values (1);
            """);
    dump(database, "-Fc");
    String scratch = server.url("restorer:pa55wordOfRestorer", "postgres");
    Instant begun = Instant.now();

    CompletableFuture<CommandLineRun> checking =
        CompletableFuture.supplyAsync(() -> slow(database, scratch));
    List<String> seen = new ArrayList<>();
    while (!checking.isDone()) {
      ProcessHandle.allProcesses()
          .flatMap(process -> process.info().commandLine().stream())
          .filter(line -> line.contains("dbpreflight_scratch"))
          .forEach(seen::add);
      Thread.sleep(50);
    }
    CommandLineRun run = checking.get();

    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
    assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    assertThat(run.out().replaceAll("\\s+", " ")).contains("it did not end within");
    assertThat(seen).anyMatch(line -> line.contains("pg_restore"));
    assertThat(seen.toString() + run).doesNotContain("pa55word");
    assertThat(scratchDatabases()).isEmpty();
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(child -> child.info().commandLine().orElse("").contains("pg_restore"));
  }

  private CommandLineRun slow(String database, String scratch) {
    try {
      return restore(database, scratch, "--timeout", "10s");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void aRoleThatMayNotMakeDatabasesIsToldTheGrant() throws IOException {
    server.run("postgres", "create role visitor login");
    String database = server.createDatabase(SHOP);
    dump(database, "-Fc");

    CommandLineRun run = restore(database, server.url("visitor", "postgres"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("permission denied to create database", "CREATEDB");
  }

  @Test
  void theNewestFileThatFitsCounts() throws IOException {
    String database = server.createDatabase(SHOP);
    Path old = dump(database, "-Fc");
    Files.write(folder.resolve("shop-2.dump"), Arrays.copyOf(Files.readAllBytes(old), 1000));
    Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));

    CommandLineRun run = check(server.url(database), "file: 'sh*.dump'", "");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("is damaged: it ends");
  }
}
