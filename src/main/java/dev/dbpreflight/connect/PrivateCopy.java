package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a database and its log in a folder that only this user can enter, gone when closed. */
final class PrivateCopy implements AutoCloseable {
  private static final long CHUNK = 8L << 20;
  private static final List<String> LOGS = List.of("-wal", "-journal");

  private final Path folder;

  private PrivateCopy(Path folder) {
    this.folder = folder;
  }

  /** Copying would take longer than the deadline allows. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static PrivateCopy of(SqliteFiles files, Deadline deadline) throws IOException {
    PrivateCopy copy = new PrivateCopy(Files.createTempDirectory("dbpreflight"));
    try {
      copyFrom(files.channel(), copy.file(), deadline);
      for (String log : LOGS) {
        copy.copyLog(files.beside(log), log, deadline);
      }
      return copy;
    } catch (IOException e) {
      copy.close();
      throw e;
    }
  }

  private void copyLog(Path log, String suffix, Deadline deadline) throws IOException {
    try (FileChannel source = FileChannel.open(log, StandardOpenOption.READ)) {
      copyFrom(source, file().resolveSibling(file().getFileName() + suffix), deadline);
    } catch (NoSuchFileException e) {
      // Most databases have at most one of them.
    }
  }

  private static void copyFrom(FileChannel source, Path target, Deadline deadline)
      throws IOException {
    try (FileChannel sink =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long position = 0;
      while (position < source.size()) {
        if (deadline.passed()) {
          throw new TooSlow();
        }
        position += source.transferTo(position, CHUNK, sink);
      }
    }
  }

  Path file() {
    return folder.resolve("copy.db");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Left to the system's own cleaning of its temporary folder.
    }
  }
}
