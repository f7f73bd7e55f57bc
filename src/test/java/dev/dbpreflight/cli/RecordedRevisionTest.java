package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database says which revision it is at, and with that which file is looked for. */
class RecordedRevisionTest {
  @TempDir private Path folder;
  private Path database;

  @BeforeEach
  void snapshots() throws IOException {
    database =
        Databases.sqlite(
            folder,
            "create table t (id integer primary key);"
                + "create table alembic_version (version_num varchar(32) not null);"
                + "insert into alembic_version values ('inside')");
    Files.createDirectory(folder.resolve("snapshots"));
    for (String name : new String[] {"outside.json", "snapshots/inside.json"}) {
      String file = folder.resolve(name).toString();
      assertThat(CommandLineRun.of("snapshot", database.toString(), "-o", file).exitCode())
          .isZero();
    }
  }

  @Test
  void theSnapshotOfTheRevisionIsFound() {
    assertThat(check("inside")).contains("inside.json");
  }

  @Test
  void aRevisionCannotLeadOutOfTheFolder() {
    for (String revision : new String[] {"../outside", "..\\outside", "x/../../outside"}) {
      assertThat(check(revision)).doesNotContain("outside.json");
    }
    assertThat(check(folder.resolve("outside").toString())).doesNotContain("outside.json");
  }

  private String check(String revision) {
    Databases.sqliteRun(database, "update alembic_version set version_num = '" + revision + "'");
    CommandLineRun run =
        CommandLineRun.of(
            "check",
            database.toString(),
            "--snapshots",
            folder.resolve("snapshots").toString(),
            "-v");
    return run.out() + run.err();
  }
}
