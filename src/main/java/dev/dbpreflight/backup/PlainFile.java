package dev.dbpreflight.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dbpreflight.conditions.Backup.Made;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A file that is no archive: a script, also a compressed one, or something else. */
final class PlainFile {
  private static final String CLUSTER = "-- PostgreSQL database cluster dump";
  private static final String SQLITE_SCRIPT = "PRAGMA foreign_keys=OFF;";

  private final Path file;
  private final ZoneId zone;
  private final BooleanSupplier stop;

  PlainFile(Path file, ZoneId zone, BooleanSupplier stop) {
    this.file = file;
    this.zone = zone;
    this.stop = stop;
  }

  /**
   * @param start the first bytes of the file
   */
  FoundBackup read(byte[] start, Made own) throws IOException {
    Compression compression = Compression.of(start);
    return switch (compression) {
      case NONE -> script(start, own, false);
      case GZIP -> script(unzipped(), own, true);
      case LZ4, ZSTD, OTHER ->
          unread(
              "it is compressed with " + compression.title() + ", which is not looked into",
              "compress it with gzip",
              own);
    };
  }

  private byte[] unzipped() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Compression.unzip(in).readNBytes(TarArchive.BLOCK);
    } catch (IOException broken) {
      return new byte[0];
    }
  }

  private FoundBackup script(byte[] start, Made own, boolean zipped) throws IOException {
    String text = new String(start, ISO_8859_1);
    if (text.contains(CLUSTER)) {
      return unread("it is a dump of a whole cluster", "name a dump of this database alone", own);
    }
    if (text.startsWith(SQLITE_SCRIPT)) {
      return unread(
          "it is a script of sqlite3, which is not looked into",
          "name a copy of the database file: VACUUM INTO, or .backup in sqlite3",
          own);
    }
    boolean archive = BackupFile.begins(start, ArchiveHeader.MAGIC) || TarArchive.begins(start);
    if (zipped && archive) {
      return unread(
          "it is an archive of pg_dump that was compressed once more, which is not looked into",
          "uncompress it: gunzip",
          own);
    }
    if (!text.contains("-- " + ScriptDump.FIRST)) {
      return new FoundBackup(
          BackupKind.OTHER,
          Optional.of(own),
          Optional.of(BackupContents.damaged(BackupKind.OTHER.title(), foreign(start, zipped))),
          List.of());
    }
    return dump(own, zipped);
  }

  private static String foreign(byte[] start, boolean zipped) {
    if (start.length == 0) {
      return zipped ? "its compressed data ends in the middle" : "it is empty";
    }
    return "it is neither an archive nor a script of pg_dump, nor an SQLite database";
  }

  private FoundBackup dump(Made own, boolean zipped) throws IOException {
    ScriptDump dump = new ScriptDump(zone);
    String title = BackupKind.SCRIPT.title() + (zipped ? ", compressed with gzip" : "");
    try (InputStream in = Files.newInputStream(file);
        ByteSource source = new ByteSource(zipped ? Compression.unzip(in) : in, stop)) {
      BackupContents contents = dump.read(source, title);
      Made made = dump.begun().map(at -> new Made(at, "its comment \"Started on\"")).orElse(own);
      return new FoundBackup(
          BackupKind.SCRIPT, Optional.of(made), Optional.of(contents), List.of());
    } catch (Stopped stopped) {
      return new FoundBackup(
          BackupKind.SCRIPT, Optional.of(own), Optional.empty(), Unreads.stopped(true));
    }
  }

  private static FoundBackup unread(String reason, String remedy, Made own) {
    List<Unread> all = Unreads.all(reason, remedy);
    return new FoundBackup(BackupKind.OTHER, Optional.of(own), Optional.empty(), all);
  }
}
