package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {
  private static final ObjectName ODD = ObjectName.global("a\"b\n.c");

  @TempDir private Path folder;

  private final SqliteBackup backup =
      new SqliteBackup(new ConnectOptions(Deadline.after(Duration.ofMinutes(5))));

  private Path shop() {
    return Databases.sqlite(
        folder,
        """
        CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT);
        CREATE INDEX shops_by_name ON shops (name);
        CREATE TABLE "a""b
        .c" (x);
        INSERT INTO shops
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
          SELECT i, 'Shop ' || i FROM n;
        """);
  }

  @Test
  void aCopyTellsTablesAndRows() {
    BackupContents contents = backup.read(shop()).contents();

    assertThat(contents.damage()).isEmpty();
    assertThat(contents.tables().keySet()).containsExactly(ODD, ObjectName.global("shops"));
    assertThat(contents.tables().get(ObjectName.global("shops")).size().rows()).hasValue(2000);
  }

  @Test
  void aCopyThatWasCutOffIsDamagedWhereverThatWas() throws IOException {
    byte[] whole = Files.readAllBytes(shop());
    Path cut = folder.resolve("cut.db");
    for (int length = 100; length < whole.length; length += 1111) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(backup.read(cut).contents().damage()).as("cut after %d", length).isPresent();
    }
    for (int page = 4096; page < whole.length; page += 4096) {
      Files.write(cut, Arrays.copyOf(whole, page));
      assertThat(backup.read(cut).contents().damage()).as("cut after %d", page).isPresent();
    }
  }

  @Test
  void lookingLeavesNothingBehind() throws IOException {
    Path file = shop();
    byte[] before = Files.readAllBytes(file);

    RestoredBackup restored = backup.restore(file);
    backup.read(file);

    assertThat(restored.failure()).isEmpty();
    assertThat(restored.rows()).containsEntry(ObjectName.global("shops"), 2000L);
    assertThat(restored.schema().orElseThrow().tables()).hasSize(2);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEqualTo(List.of(file));
    }
  }
}
