package dev.dbpreflight.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dbpreflight.conditions.Backup.Made;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A file or folder that somebody made as a backup: finds out what it is and what it holds. */
public final class BackupFile {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(US_ASCII);
  private static final String OWN_TIME = "the time of its last change";
  private static final String HEADER = "its header, by the clock and time zone of this machine";

  private final Path file;
  private final boolean whole;
  private final ZoneId zone;
  private final BooleanSupplier stop;
  private final TableTally tally = new TableTally();
  private final List<Unread> unread = new ArrayList<>();

  /**
   * @param whole read the data to its end; else an archive's table of contents only
   * @param zone of the machine that made it
   * @param stop whether the time is over
   */
  public BackupFile(Path file, boolean whole, ZoneId zone, BooleanSupplier stop) {
    this.file = file;
    this.whole = whole;
    this.zone = zone;
    this.stop = stop;
  }

  /**
   * Reads it. What is wrong with the file is part of the answer.
   *
   * @throws IOException when the system does not let it be read
   */
  public FoundBackup read() throws IOException {
    Made made = new Made(Files.getLastModifiedTime(file).toInstant(), OWN_TIME);
    if (Files.isDirectory(file)) {
      return folder();
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(TarArchive.BLOCK);
    }
    if (begins(start, ArchiveHeader.MAGIC)) {
      return custom(made);
    }
    if (TarArchive.begins(start)) {
      return tar(made);
    }
    if (begins(start, SQLITE)) {
      return new FoundBackup(BackupKind.SQLITE, Optional.of(made), Optional.empty(), unread);
    }
    return new PlainFile(file, zone, stop).read(start, made);
  }

  static boolean begins(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }

  private FoundBackup custom(Made own) throws IOException {
    Optional<TableOfContents> contents = Optional.empty();
    Optional<String> damage = Optional.empty();
    try (ByteSource source = new ByteSource(Files.newInputStream(file), stop)) {
      contents = Optional.of(TableOfContents.ofCustom(source, zone));
      noteCompression(contents.get());
      if (whole) {
        new CustomArchive(contents.get(), source, tally).read();
      } else {
        CustomPlaces.check(file, contents.get(), tally);
      }
    } catch (IOException broken) {
      damage = judged(broken);
    }
    return archive(BackupKind.CUSTOM, contents, damage, own);
  }

  private FoundBackup tar(Made own) throws IOException {
    Optional<String> damage = Optional.empty();
    try (ByteSource source = new ByteSource(Files.newInputStream(file), stop)) {
      TarArchive archive = new TarArchive(source, zone, tally);
      try {
        archive.read();
      } catch (IOException broken) {
        damage = judged(broken);
      }
      return archive(BackupKind.TAR, archive.contents(), damage, own);
    }
  }

  private FoundBackup folder() throws IOException {
    Path list = file.resolve(FolderArchive.CONTENTS);
    if (!Files.isRegularFile(list)) {
      return damaged("the folder holds no file \"toc.dat\", so it is no archive of pg_dump");
    }
    Made own = new Made(Files.getLastModifiedTime(list).toInstant(), OWN_TIME);
    Optional<TableOfContents> contents = Optional.empty();
    Optional<String> damage = Optional.empty();
    try (ByteSource source = new ByteSource(Files.newInputStream(list), stop)) {
      contents = Optional.of(TableOfContents.ofFiles(source, zone));
      FolderArchive archive = new FolderArchive(file, stop, tally);
      archive.read(contents.get(), whole);
      if (archive.unread()) {
        noteUnread(Compression.ZSTD.title() + " or " + Compression.LZ4.title());
      }
    } catch (IOException broken) {
      damage = judged(broken);
    }
    return archive(BackupKind.DIRECTORY, contents, damage, own);
  }

  private FoundBackup damaged(String what) {
    return new FoundBackup(
        BackupKind.OTHER,
        Optional.empty(),
        Optional.of(BackupContents.damaged(BackupKind.OTHER.title(), what)),
        unread);
  }

  private FoundBackup archive(
      BackupKind kind, Optional<TableOfContents> contents, Optional<String> damage, Made own) {
    contents.stream()
        .flatMap(read -> read.entries().stream())
        .filter(TocEntry::isTable)
        .forEach(entry -> tally.defined(entry.name()));
    Optional<Instant> header = contents.flatMap(read -> read.header().made());
    boolean nothing = contents.isEmpty() && damage.isEmpty();
    return new FoundBackup(
        kind,
        Optional.of(header.map(at -> new Made(at, HEADER)).orElse(own)),
        nothing
            ? Optional.empty()
            : Optional.of(
                new BackupContents(kind.title(), damage, contents.isPresent(), tally.all())),
        unread);
  }

  /** What is wrong with the file; empty when it is only that nobody could look. */
  private Optional<String> judged(IOException broken) throws IOException {
    return switch (broken) {
      case Damage damage -> Optional.of(damage.getMessage());
      case Stopped stopped -> {
        unread.addAll(Unreads.stopped(false));
        yield Optional.empty();
      }
      case ArchiveHeader.UnknownVersion version -> {
        unread.addAll(Unreads.all(version.getMessage(), "a newer version of dbpreflight"));
        yield Optional.empty();
      }
      default -> throw broken;
    };
  }

  private void noteCompression(TableOfContents contents) {
    Compression compression = contents.header().compression();
    if (compression == Compression.LZ4 || compression == Compression.ZSTD) {
      noteUnread(compression.title());
    }
  }

  private void noteUnread(String compression) {
    String reason = "it is compressed with " + compression + ", which is not looked into";
    unread.add(Unreads.of(Topic.BACKUP_ROWS, reason, Unreads.GZIP));
    if (whole) {
      unread.add(Unreads.of(Topic.BACKUP_DAMAGE, reason, Unreads.GZIP));
    }
  }
}
