package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Command.Result;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.InstalledLauncher;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much to read in a process with the memory that the launcher gives, or with less. */
class LargeDatabaseIT {
  private static final int MEGABYTE = 1 << 20;

  private static final String TABLES =
      """
      DO $$ BEGIN
        FOR i IN 1..2000 LOOP
          EXECUTE format('CREATE TABLE t%s (id integer PRIMARY KEY,'
            || ' name text NOT NULL DEFAULT upper(''x''), CHECK (length(name) > 0))', i);
        END LOOP;
      END $$;
      """;

  /** A character that Java keeps in two bytes, and lines as people write them. */
  private static final String FUNCTION =
      """
      DO $$ BEGIN
        EXECUTE 'CREATE FUNCTION large() RETURNS void LANGUAGE sql AS '
          || quote_literal('SELECT 1; -- \u2192' || repeat(E'\\n-- ' || repeat('x', 60), 330000));
      END $$;
      """;

  @TempDir private static Path folder;
  private static InstalledLauncher launcher;
  private static String url;

  @BeforeAll
  static void makeDatabase() throws Exception {
    launcher = new InstalledLauncher(folder).withJar();
    PostgresServer server = Databases.newest();
    url = server.url(server.createDatabase(TABLES, FUNCTION));
  }

  @Test
  void isCheckedAndWrittenDown() throws Exception {
    Path snapshot = folder.resolve("large.json");

    launcher.command().run("snapshot", url, "--output", snapshot.toString()).successful();
    assertThat(Files.size(snapshot)).isGreaterThan(20L * MEGABYTE);

    Result result =
        launcher.command().run("check", url, "--profile", "drift", "--expect", snapshot.toString());
    assertThat(result.exitCode()).as(result.err() + result.out()).isZero();
  }

  @Test
  void isToldToNeedMoreMemory() {
    Result result =
        launcher
            .command()
            .with("DBPREFLIGHT_JAVA_OPTS", "-Xmx48m")
            .run("check", url, "--accept", "populated");

    assertThat(result.exitCode()).as(result.err() + result.out()).isEqualTo(3);
    assertThat(result.err())
        .contains("error: dbpreflight ran out of memory: it may use ")
        .contains("  next:   give it more: DBPREFLIGHT_JAVA_OPTS=-Xmx")
        .doesNotContain("Exception", "\tat ", "    at ");
  }
}
