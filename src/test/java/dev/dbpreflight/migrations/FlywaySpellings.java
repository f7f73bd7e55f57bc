package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Files in every spelling of line ends and bytes, and what Flyway itself records for them. */
final class FlywaySpellings {
  private static final String TABLE = "create table t%d (id integer); -- %s";

  private FlywaySpellings() {}

  static void write(Path folder, Charset encoding) throws IOException {
    file(folder, encoding, "V1__unix.sql", TABLE.formatted(1, "a\n\n  -- b") + "\n");
    file(
        folder, encoding, "V1.1__windows.sql", "-- one\r\n\r\n" + TABLE.formatted(2, "b") + "\r\n");
    file(folder, encoding, "V1_2__old_mac.sql", "/* one */\r" + TABLE.formatted(3, "b") + "\r");
    file(folder, encoding, "V1.10__no_end.sql", TABLE.formatted(4, "no line end"));
    file(folder, encoding, "V2.0.0__empty.sql", "");
    file(folder, encoding, "V02.1__lines_only.sql", "\n\r\n\r\n\n");
    file(folder, encoding, "V3__not_ascii.sql", TABLE.formatted(5, "Geschäft é ÿ") + "\n");
    file(
        folder, encoding, "V20250101120000__blanks.sql", "\t" + TABLE.formatted(6, " \t ") + " \n");
    file(folder, encoding, "V4__sub_mixed.sql", "-- a\n/* b\r c */\r\n" + TABLE.formatted(7, "d"));
    file(
        folder,
        encoding,
        "R__Second_view.sql",
        "drop view if exists b;\ncreate view b as select 1;");
    file(
        folder,
        encoding,
        "R__First view.sql",
        "drop view if exists a;\r\ncreate view a as select 1;");
    file(folder, encoding, "sub/folder/V5__below.sql", TABLE.formatted(8, "x"));
    if (encoding.equals(UTF_8)) {
      file(folder, encoding, "V6__mark.sql", "\uFEFF" + TABLE.formatted(9, "€ 😀") + "\n");
      file(folder, encoding, "V7__only_mark.sql", "\uFEFF");
    }
  }

  /** One line per row of Flyway's table, as it was recorded. */
  static List<String> recorded(Flyway flyway) {
    return Arrays.stream(flyway.info().applied()).map(FlywaySpellings::row).toList();
  }

  private static String row(MigrationInfo row) {
    String id =
        row.getVersion() == null
            ? "R:" + row.getDescription()
            : MigrationId.of(MigrationTool.FLYWAY, row.getVersion().toString());
    return "%s %s %d".formatted(id, row.getScript(), row.getChecksum());
  }

  /** The same lines for what we read. */
  static List<String> read(Path folder) {
    Migrations migrations =
        MigrationFolder.read(folder, "migrations", Optional.of(MigrationTool.FLYWAY));
    return migrations.files().stream().map(FlywaySpellings::row).toList();
  }

  private static String row(MigrationFile file) {
    return "%s %s %s".formatted(file.id(), file.path(), file.checksums().getFirst());
  }

  static void file(Path folder, Charset encoding, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(encoding));
  }
}
