package dev.dbpreflight.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.model.ObjectName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no backup, or none that is looked into, and scripts that try to deceive. */
class ForeignFileTest {
  private static final String END = "\n--\n-- PostgreSQL database dump complete\n--\n\n";

  @TempDir private Path folder;

  private FoundBackup read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    return new BackupFile(file, true, ZoneOffset.UTC, () -> false).read();
  }

  private BackupContents script(String body) throws IOException {
    String text = "--\n-- PostgreSQL database dump\n--\n\n" + body + END;
    return read(text.getBytes(UTF_8)).contents().orElseThrow();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                    | it is empty",
        "hello                                 | it is neither an archive nor a script",
        "PGDMP                                 | it ends in the middle of its header",
        "SELECT 1;                             | it is neither an archive nor a script",
      })
  void whatIsNoBackupIsDamaged(String text, String damage) throws IOException {
    assertThat(read(text.getBytes(UTF_8)).contents().orElseThrow().damage().orElseThrow())
        .startsWith(damage);
    assertThat(read(zipped(text.getBytes(UTF_8))).contents().isPresent())
        .isEqualTo(!text.startsWith("PGDMP"));
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd00, zstd",
    "04224d1860, lz4",
    "425a6839, 'bzip2, xz or zip'",
    "fd377a585a00, 'bzip2, xz or zip'",
    "504b0304, 'bzip2, xz or zip'"
  })
  void otherCompressionIsNotLookedInto(String start, String name) throws IOException {
    FoundBackup found = read(HexFormat.of().parseHex(start));

    assertThat(found.contents()).isEmpty();
    assertThat(found.unread())
        .extracting(Unread::reason)
        .containsOnly("it is compressed with " + name + ", which is not looked into");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--\n-- PostgreSQL database cluster dump\n--\n",
        "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n",
      })
  void otherScriptsAreNotLookedInto(String text) throws IOException {
    FoundBackup found = read(text.getBytes(UTF_8));

    assertThat(found.contents()).isEmpty();
    assertThat(found.unread()).isNotEmpty();
  }

  @Test
  void anArchiveOfANewerFormatIsNotLookedInto() throws IOException {
    FoundBackup found = read(HexFormat.of().parseHex("5047444d50" + "012100" + "040801"));

    assertThat(found.contents()).isEmpty();
    assertThat(found.unread())
        .extracting(Unread::reason)
        .containsOnly("its format 1.33 is newer than this program");
  }

  @Test
  void aFolderWithoutTableOfContentsIsNoBackup() throws IOException {
    Files.writeString(folder.resolve("1.dat"), "");

    assertThat(
            new BackupFile(folder, true, ZoneOffset.UTC, () -> false)
                .read()
                .contents()
                .orElseThrow()
                .damage())
        .hasValue("the folder holds no file \"toc.dat\", so it is no archive of pg_dump");
  }

  @Test
  void nothingInAValueIsTakenForAStatement() throws IOException {
    BackupContents contents =
        script(
            """
            CREATE TABLE a.t (x text);
            /* CREATE TABLE a.no (x int); /* nested */ COPY a.no FROM stdin; */
            INSERT INTO a.t VALUES ('x''; INSERT INTO a.no VALUES (1);'), ('('), (E'\\''), ($$);$$);
            INSERT INTO a."T ""x" (x, "values") VALUES ((1), 2), (f('a', (2)), 3);
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $_$ INSERT INTO a.no VALUES ($1); $_$;
            COPY a.c (x) FROM stdin;
            INSERT INTO a.no VALUES (1);
            \\\\.
            -- PostgreSQL database dump complete

            \\.
            """);

    assertThat(contents.damage()).isEmpty();
    assertThat(contents.tables().keySet())
        .containsExactly(
            new ObjectName("a", "T \"x"), new ObjectName("a", "c"), new ObjectName("a", "t"));
    assertThat(contents.tables().values())
        .extracting(held -> held.size().rows().orElse(-1))
        .containsExactly(2L, 4L, 4L);
  }

  @Test
  void backslashesMeanThemselvesUnlessTheScriptSaysOtherwise() throws IOException {
    String insert = "INSERT INTO t VALUES ('a\\'), ('b');\n";

    assertThat(rows(script("SET standard_conforming_strings = on;\n" + insert))).isEqualTo(2);
    assertThat(
            rows(
                script(
                    "SET standard_conforming_strings = off;\n"
                        + "INSERT INTO t VALUES ('a\\'), (b'), ('c');\n")))
        .isEqualTo(2);
  }

  private static long rows(BackupContents contents) {
    assertThat(contents.damage()).isEmpty();
    return contents.tables().get(ObjectName.global("t")).size().rows().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES ('not closed);\n",
        "CREATE FUNCTION f() AS $x$ not closed\n",
        "COPY t FROM stdin;\n1\n",
        "SELECT 1\n",
      })
  void aScriptWhoseEndIsInsideOfSomethingIsDamaged(String body) throws IOException {
    assertThat(script(body).damage()).isPresent();
  }

  @Test
  void aRestrictedScriptEndsWhereTheRestrictionDoes() throws IOException {
    String text = "--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n\nSELECT 1;\n" + END;

    assertThat(read(text.getBytes(UTF_8)).contents().orElseThrow().damage()).isPresent();
    assertThat(
            read((text + "\\unrestrict abc\n").getBytes(UTF_8)).contents().orElseThrow().damage())
        .isEmpty();
  }

  @Test
  void aMomentInAScriptIsOfItsZoneOrOfThisMachine() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(DumpTime.parse("2027-01-31 12:00:00 UTC", berlin))
        .hasValue(Instant.parse("2027-01-31T12:00:00Z"));
    assertThat(DumpTime.parse("2027-01-31 12:00:00 CET", berlin))
        .hasValue(Instant.parse("2027-01-31T11:00:00Z"));
    assertThat(DumpTime.parse("2027-13-31 12:00:00 UTC", berlin)).isEmpty();
    assertThat(DumpTime.parse("yesterday", berlin)).isEmpty();
    assertThat(DumpTime.of(60, 0, 12, 31, 0, 127, ZoneOffset.UTC))
        .hasValue(Instant.parse("2027-01-31T12:00:59Z"));
    assertThat(DumpTime.of(0, 0, 99, 31, 0, 127, ZoneOffset.UTC)).isEmpty();
  }
}
