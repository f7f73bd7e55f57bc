package dev.dbpreflight.backup;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.BackupContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the real {@code pg_dump}, whole and cut off. */
class BackupFileIT {
  private static DumpedDatabase database;

  @TempDir private Path folder;

  @BeforeAll
  static void makeTheDatabase() {
    database = new DumpedDatabase();
  }

  private static FoundBackup read(Path file, boolean whole) throws IOException {
    return new BackupFile(file, whole, ZoneId.systemDefault(), () -> false).read();
  }

  private static BackupContents contents(Path file) throws IOException {
    return read(file, true).contents().orElseThrow();
  }

  private static String rows(BackupContents contents) {
    return contents.tables().entrySet().stream()
        .filter(table -> table.getValue().data())
        .map(table -> table.getKey() + " " + table.getValue().size().rows().orElse(-1))
        .collect(joining(", "));
  }

  private Path dump(String options) {
    return database.dump(folder.resolve("dump"), options.split(" "));
  }

  static Stream<String> formats() {
    List<String> formats = new ArrayList<>(List.of("-Ft", "-Fp", "-Fc", "-Fd", "-Fd -j2"));
    IntStream.rangeClosed(0, 9)
        .forEach(
            level -> List.of("-Fc", "-Fd", "-Fp").forEach(of -> formats.add(of + " -Z" + level)));
    return formats.stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatAndCompressionTellsTablesAndRows(String options) throws IOException {
    BackupContents contents = contents(dump(options));

    assertThat(contents.damage()).isEmpty();
    assertThat(contents.listed()).isTrue();
    assertThat(rows(contents)).isEqualTo(DumpedDatabase.ROWS);
    assertThat(contents.tables().keySet().toString()).contains("public.parted,");
  }

  static Stream<String> inserts() {
    return Stream.of("--inserts", "--column-inserts", "--rows-per-insert=7")
        .flatMap(
            how -> Stream.of("-Fc", "-Fc -Z0", "-Fd", "-Fd -Z0", "-Ft").map(of -> of + " " + how));
  }

  @ParameterizedTest
  @MethodSource("inserts")
  void rowsAsInsertsAreCountedToo(String options) throws IOException {
    BackupContents contents = contents(dump(options));

    assertThat(contents.damage()).isEmpty();
    assertThat(rows(contents)).isEqualTo(DumpedDatabase.ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--inserts", "--column-inserts", "--rows-per-insert=7", "--inserts -Z5"})
  void aScriptDoesNotTellAnEmptyTableFromOneWithoutItsData(String options) throws IOException {
    BackupContents contents = contents(dump(options));

    assertThat(contents.damage()).isEmpty();
    assertThat(rows(contents))
        .isEqualTo("We ird.a\"b.c 5, public.nocols 2, public.orders 2000, public.parted_1 2");
    assertThat(contents.tables().keySet().toString()).contains("public.empty_one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fd", "-Ft", "-Fp"})
  void definitionsAloneHoldNoData(String format) throws IOException {
    BackupContents contents = contents(dump(format + " --schema-only"));

    assertThat(contents.damage()).isEmpty();
    assertThat(rows(contents)).isEmpty();
    assertThat(contents.tables()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fd", "-Ft", "-Fp --verbose"})
  void theHeaderTellsWhenItWasMade(String options) throws IOException {
    Instant before = Instant.now().minusSeconds(1);
    Path file = dump(options);
    Path dated = Files.isDirectory(file) ? file.resolve("toc.dat") : file;
    Files.setLastModifiedTime(dated, FileTime.from(Instant.EPOCH));

    Instant made = read(file, true).made().orElseThrow().at();

    assertThat(made).isBetween(before, before.plus(Duration.ofMinutes(2)));
  }

  @Test
  void aScriptWithoutItsTimeIsAsOldAsItsFile() throws IOException {
    Path file = dump("-Fp");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

    assertThat(read(file, true).made().orElseThrow().at()).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fc -Z0", "-Ft", "-Fp", "-Fp -Z6", "-Fc --inserts -Z0"})
  void aFileThatWasCutOffIsDamagedWhereverThatWas(String options) throws IOException {
    byte[] whole = Files.readAllBytes(dump(options));
    Path cut = folder.resolve("cut");
    // The last line breaks of a script carry nothing.
    int carrying =
        options.equals("-Fp")
            ? new String(whole, StandardCharsets.ISO_8859_1).stripTrailing().length()
            : whole.length;

    for (int length : lengths(carrying)) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(contents(cut).damage())
          .as("cut after %d bytes of %d", length, whole.length)
          .isPresent();
    }
  }

  /** All short ones, the last ones, and many between. */
  private static List<Integer> lengths(int size) {
    Random random = new Random(size);
    return Stream.of(
            IntStream.range(0, Math.min(300, size)),
            IntStream.range(Math.max(0, size - 100), size),
            random.ints(200, 0, size))
        .flatMap(IntStream::boxed)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fd", "-Fd -Z0", "-Fd --inserts -Z0"})
  void aFolderIsDamagedWhenOneOfItsFilesIsCutOffOrMissing(String options) throws IOException {
    Path dump = dump(options);
    for (Path file : files(dump)) {
      byte[] whole = Files.readAllBytes(file);
      // Large objects are bytes of any kind: their files do not tell that they end too early.
      boolean tells = options.equals("-Fd") || !file.getFileName().toString().startsWith("blob_");
      for (int length : tells ? lengths(whole.length) : List.<Integer>of()) {
        if (!isWholeWithout(file, whole, length)) {
          Files.write(file, Arrays.copyOf(whole, length));
          assertThat(contents(dump).damage()).as("%s cut after %d bytes", file, length).isPresent();
        }
      }
      Files.delete(file);
      assertThat(contents(dump).damage()).as("without %s", file).isPresent();
      Files.write(file, whole);
    }
    assertThat(contents(dump).damage()).isEmpty();
  }

  /** A list of large objects that lost lines, and line breaks at the end of rows. */
  private static boolean isWholeWithout(Path file, byte[] whole, int length) {
    boolean list = file.endsWith("blobs.toc");
    boolean atLine = length == 0 || whole[length - 1] == '\n';
    String rest = new String(whole, length, whole.length - length, StandardCharsets.ISO_8859_1);
    return list && atLine || rest.isBlank();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Fc", "-Fp -Z6", "-Ft"})
  void spoiledBytesAreFoundOrDoNoHarmToTheCount(String options) throws IOException {
    byte[] whole = Files.readAllBytes(dump(options));
    Path spoiled = folder.resolve("spoiled");
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(spoiled, bytes);
      FoundBackup found = read(spoiled, true);
      assertThat(found.contents().isPresent() || !found.unread().isEmpty())
          .as("byte %d", at)
          .isTrue();
    }
  }

  @Test
  void theTableOfContentsAloneTellsTablesAndWhetherTheLastBlockIsThere() throws IOException {
    Path file = dump("-Fc");
    FoundBackup found = read(file, false);
    assertThat(found.contents().orElseThrow().damage()).isEmpty();
    assertThat(found.contents().orElseThrow().tables().keySet().toString())
        .contains("public.orders", "We ird.a\"b.c");

    byte[] whole = Files.readAllBytes(file);
    for (int less : List.of(1, 2, 5, whole.length / 2)) {
      Files.write(file, Arrays.copyOf(whole, whole.length - less));
      assertThat(read(file, false).contents().orElseThrow().damage())
          .as("%d less", less)
          .isPresent();
    }
  }

  @Test
  void readingStopsWhenTheTimeIsOver() throws IOException {
    for (String options : List.of("-Fc", "-Ft", "-Fp", "-Fp -Z1")) {
      Path file = dump(options);
      FoundBackup found = new BackupFile(file, true, ZoneId.systemDefault(), () -> true).read();
      assertThat(found.contents()).as(options).isEmpty();
      assertThat(found.unread()).as(options).isNotEmpty();
    }
  }
}
