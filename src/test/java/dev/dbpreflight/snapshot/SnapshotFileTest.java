package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.SchemaBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  private static final Snapshot USERS = snapshot("users");
  private static final Snapshot TEAMS = snapshot("teams");

  @TempDir private Path folder;

  @Test
  void readsWhatItWrote() {
    Path file = folder.resolve("schema-snapshots/new/v1.json");

    assertThat(SnapshotFile.write(file, USERS)).isTrue();
    assertThat(SnapshotFile.read(file)).isEqualTo(USERS);
    assertThat(SnapshotFile.read(file, Engine.POSTGRESQL)).isEqualTo(USERS);
  }

  @Test
  void doesNotTouchAFileThatHasTheContentAlready() throws IOException {
    Path file = folder.resolve("v1.json");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    SnapshotFile.write(file, USERS);
    Files.setLastModifiedTime(file, longAgo);

    assertThat(SnapshotFile.write(file, USERS)).isFalse();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    assertThat(SnapshotFile.write(file, TEAMS)).isTrue();
    assertThat(SnapshotFile.read(file)).isEqualTo(TEAMS);
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    Path file = folder.resolve("v1.json");
    SnapshotFile.write(file, USERS);
    SnapshotFile.write(file, USERS);
    SnapshotFile.write(file, TEAMS);
    problem(() -> SnapshotFile.write(folder, USERS));

    assertThat(names()).containsExactly("v1.json");
  }

  @Test
  void keepsTheOldFileWhenTheNewOneCannotBeWritten() throws IOException {
    Path file = folder.resolve("v1.json");
    SnapshotFile.write(file, USERS);

    Problem problem =
        problem(
            () ->
                FileReplacement.replace(
                    file,
                    "snapshot",
                    stream -> {
                      stream.write("half of ".getBytes(StandardCharsets.UTF_8));
                      throw new IOException("No space left on device");
                    }));

    assertThat(problem.what())
        .isEqualTo("cannot write the snapshot \"" + file + "\": No space left on device");
    assertThat(problem.detail()).contains("No space left on device");
    assertThat(SnapshotFile.read(file)).isEqualTo(USERS);
    assertThat(names()).containsExactly("v1.json");
  }

  @Test
  void keepsTheRightsOfAFileAndGivesNobodyElseTheRightToWrite() throws IOException {
    Path file = folder.resolve("v1.json");
    SnapshotFile.write(file, USERS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .startsWith("rw-")
        .doesNotContain("x")
        .matches("rw-..-.--|rw-.-----|rw-r--r--");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    SnapshotFile.write(file, TEAMS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void writesThroughNoSymbolicLink() throws IOException {
    Path target = folder.resolve("precious.txt");
    Files.writeString(target, "precious");
    Path link = Files.createSymbolicLink(folder.resolve("v1.json"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("v2.json"), folder.resolve("none"));

    assertThat(problem(() -> SnapshotFile.write(link, USERS)).what())
        .isEqualTo("cannot write the snapshot \"" + link + "\": it is a symbolic link");
    assertThat(problem(() -> SnapshotFile.write(dangling, USERS)).what())
        .endsWith(": it is a symbolic link");
    assertThat(target).hasContent("precious");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void replacesNothingThatIsNoFile() {
    assertThat(problem(() -> SnapshotFile.write(folder, USERS)).what())
        .endsWith(": it is a directory");
    assertThat(problem(() -> SnapshotFile.write(Path.of("/"), USERS)).what())
        .endsWith(": it is a directory");
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device));
    assertThat(problem(() -> SnapshotFile.write(device, USERS)).what())
        .endsWith(": it is not a regular file");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path missing = folder.resolve("v0.json");
    Problem problem = problem(() -> SnapshotFile.read(missing));
    assertThat(problem)
        .isEqualTo(
            new Problem(
                "cannot read the snapshot \"" + missing + "\": there is no such file",
                missing.toString(),
                "without this snapshot nobody knows the expected schema, so nothing was compared",
                "correct the name, or take it with: dbpreflight snapshot"));
    assertThat(problem(() -> SnapshotFile.read(folder)).what()).endsWith(": it is a directory");
    Path inAFile = Files.createFile(folder.resolve("file")).resolve("v1.json");
    assertThat(problem(() -> SnapshotFile.read(inAFile)).where()).isEqualTo(inAFile.toString());
  }

  @Test
  void refusesADeviceThatNeverEnds() {
    Path device = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(device));

    assertThat(problem(() -> SnapshotFile.read(device)).what())
        .endsWith(": it is not a regular file");
  }

  @Test
  void refusesAFileOfAGigabyteWithoutReadingIt() throws IOException {
    Path file = folder.resolve("v1.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }

    assertThat(problem(() -> SnapshotFile.read(file)).what())
        .endsWith(": it has 1073741824 bytes, more than the 268435456 allowed");
  }

  /** Root may read everything, so there is nothing to say then. */
  @Test
  void saysThatTheRightToReadIsMissing() throws IOException {
    Path file = folder.resolve("v1.json");
    SnapshotFile.write(file, USERS);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));

    if (Files.isReadable(file)) {
      assertThat(SnapshotFile.read(file)).isEqualTo(USERS);
    } else {
      assertThat(problem(() -> SnapshotFile.read(file)).what()).endsWith(": permission denied");
    }
  }

  @Test
  void refusesASnapshotOfAnotherEngine() {
    Path file = folder.resolve("v1.json");
    SnapshotFile.write(file, USERS);

    assertThat(problem(() -> SnapshotFile.read(file, Engine.SQLITE)))
        .isEqualTo(
            new Problem(
                "cannot read the snapshot \""
                    + file
                    + "\": it is of PostgreSQL, expected one of"
                    + " SQLite",
                file.toString(),
                "without this snapshot nobody knows the expected schema, so nothing was compared",
                "name a snapshot that was taken of SQLite"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Problem problem(ThrowingCallable call) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE);
    return thrown.problem();
  }

  private static Snapshot snapshot(String table) {
    SchemaModel model =
        SchemaBuilder.postgres(17)
            .table("public." + table, it -> it.column("id", "bigint").primaryKey("id"))
            .build();
    return new Snapshot(model, "v1", "dbpreflight 0.1.0");
  }
}
