package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import dev.dbpreflight.support.Command;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad file never hides the others, and is always told. */
class BadFilesTest {
  @TempDir private Path folder;

  @BeforeEach
  void goodFile() throws IOException {
    Files.writeString(folder.resolve("V1__good.sql"), "select 1;");
  }

  @Test
  void notValidUtf8() throws IOException {
    Files.write(folder.resolve("V2__bad.sql"), new byte[] {'-', '-', (byte) 0xff, (byte) 0xfe});

    assertUnread("V2__bad.sql", "is not valid UTF-8");
    assertThat(ids()).as("its name tells that it is a migration").containsExactly("1", "2");
    assertThat(read().files().getLast().checksums()).isEmpty();
  }

  @Test
  void danglingLink() throws IOException {
    Files.createSymbolicLink(folder.resolve("V2__bad.sql"), Path.of("nowhere.sql"));

    assertUnread("V2__bad.sql", "is a link to a file that does not exist");
  }

  @Test
  void folderNamedLikeAMigration() throws IOException {
    Files.createDirectories(folder.resolve("V2__bad.sql"));

    assertThat(ids()).containsExactly("1");
    assertThat(read().unread()).isEmpty();
  }

  @Test
  void pipe() {
    new Command("mkfifo", folder.resolve("V2__bad.sql").toString()).run().successful();

    assertUnread("V2__bad.sql", "is not a file");
  }

  @Test
  void emptyFile() throws IOException {
    Files.createFile(folder.resolve("V2__empty.sql"));

    assertThat(ids()).containsExactly("1", "2");
    assertThat(read().unread()).isEmpty();
  }

  @Test
  void hugeFile() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("V2__bad.sql").toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    assertUnread("V2__bad.sql", "is larger than 64 MiB");
  }

  @Test
  void sameVersionTwice() throws IOException {
    Files.writeString(folder.resolve("V01__again.sql"), "select 2;");

    assertThat(read().files())
        .extracting(MigrationFile::id, MigrationFile::path)
        .containsExactly(tuple("1", "V01__again.sql"), tuple("1", "V1__good.sql"));
  }

  @Test
  void linkToTheFolderItself() throws IOException {
    Files.createSymbolicLink(folder.resolve("again"), folder);

    assertUnread("again", "cannot be listed: the link leads back to a folder above it");
    assertThat(ids()).containsExactly("1");
  }

  @Test
  void linkToAFileElsewhere(@TempDir Path elsewhere) throws IOException {
    Path file = Files.writeString(elsewhere.resolve("text"), "select 1;");
    Files.createSymbolicLink(folder.resolve("V2__linked.sql"), file);

    assertThat(read().files().getLast().checksums())
        .isEqualTo(read().files().getFirst().checksums());
  }

  @Test
  void namesWithNewlinesAndEscapes() throws IOException {
    String name = "V2__a\nb\u001b[31m<script>.sql";
    Files.writeString(folder.resolve(name), "select 1;");

    assertThat(read().files())
        .extracting(MigrationFile::path)
        .containsExactly("V1__good.sql", name);
  }

  @Test
  void journalThatIsNoJson(@TempDir Path drizzle) throws IOException {
    Files.createDirectories(drizzle.resolve("meta"));
    Files.writeString(drizzle.resolve("meta/_journal.json"), "{\n  \"entries\": [\n  oops\n");

    assertThat(MigrationFolder.read(drizzle, "drizzle", Optional.empty()).unread())
        .containsExactly(new Unread("meta/_journal.json", 3, "is not valid JSON"));
  }

  @Test
  void journalThatNamesAMissingFile(@TempDir Path drizzle) throws IOException {
    Files.createDirectories(drizzle.resolve("meta"));
    Files.writeString(
        drizzle.resolve("meta/_journal.json"),
        "{\"entries\": [{\"when\": 1, \"tag\": \"0000_a\"}, {\"tag\": \"0001_b\"}, 7]}");

    assertThat(MigrationFolder.read(drizzle, "drizzle", Optional.empty()).unread())
        .extracting(Unread::path, Unread::reason)
        .containsExactly(
            tuple("0000_a.sql", "does not exist"),
            tuple("meta/_journal.json", "has an entry without \"when\" or \"tag\""));
  }

  private void assertUnread(String path, String reason) {
    assertThat(read().unread()).containsExactly(new Unread(path, 0, reason));
    assertThat(ids()).contains("1");
  }

  private List<String> ids() {
    return read().files().stream().map(MigrationFile::id).toList();
  }

  private Migrations read() {
    return MigrationFolder.read(folder, "sql", Optional.of(MigrationTool.FLYWAY));
  }
}
