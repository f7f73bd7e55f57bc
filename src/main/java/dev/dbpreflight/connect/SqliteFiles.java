package dev.dbpreflight.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A database file with its log, held open while it is looked at. The channel is closed last, after
 * SQLite's connection: closing any handle on a file gives up all locks of the process on it.
 */
final class SqliteFiles implements AutoCloseable {
  private static final int HEADER = 100;
  private static final int WRITE_VERSION = 18;
  private static final int READ_VERSION = 19;
  private static final int WAL_VERSION = 2;
  private static final int CHANGE_COUNTER = 24;

  /** A journal begins so while it holds what is needed to undo a transaction. */
  private static final byte[] UNDO = {
    (byte) 0xd9, (byte) 0xd5, 0x05, (byte) 0xf9, 0x20, (byte) 0xa1, 0x63, (byte) 0xd7
  };

  /** SQLite takes 512 bytes, with the ending of a log. */
  private static final int LONGEST_PATH = 500;

  /** The bytes that SQLite locks for "somebody reads". */
  private static final long SHARED_FIRST = 0x40000002L;

  private static final long SHARED_SIZE = 510;

  private final Path file;
  private final FileChannel channel;

  /** How a file can be read without leaving a trace. */
  enum Way {
    /** With SQLite's locks, through the log if there is one. */
    LOCKED,
    /** Without locks or log: nobody has it open, and SQLite would create a log to ask. */
    IMMUTABLE,
    /** From a private copy: reading it in place would mean repairing it. */
    COPIED
  }

  /** What changes when anybody writes to the file itself. */
  record Stamp(long size, long modifiedNanos, int changeCounter) {}

  private SqliteFiles(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens the file itself where a symbolic link is given: the log lies beside the file. */
  static SqliteFiles open(Path given) throws IOException {
    Path file = given.toRealPath();
    return new SqliteFiles(file, FileChannel.open(file, StandardOpenOption.READ));
  }

  Path file() {
    return file;
  }

  FileChannel channel() {
    return channel;
  }

  Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** Whatever SQLite may open beside the file; most of it is seldom there. */
  List<Path> allBeside() {
    return Stream.of("-wal", "-shm", "-journal").map(this::beside).toList();
  }

  Path log() {
    return beside("-wal");
  }

  /**
   * Decides by what lies beside the file. An empty file is never opened with locks: SQLite would
   * delete a log beside it. A log is only opened together with its index, else SQLite creates one.
   * A path too long for SQLite can be read by a copy.
   */
  Way way() throws IOException {
    if (file.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      return Way.COPIED;
    }
    long logged = logSize();
    if (channel.size() == 0 || (logged == 0 && !indexed())) {
      return Way.IMMUTABLE;
    }
    if (logged >= 0) {
      return indexed() ? Way.LOCKED : Way.COPIED;
    }
    return writesLog() ? Way.IMMUTABLE : Way.LOCKED;
  }

  /**
   * Negative when there is no log; asked in one step, because an application may just remove it.
   */
  private long logSize() throws IOException {
    try {
      return Files.size(log());
    } catch (NoSuchFileException e) {
      return -1;
    }
  }

  private boolean indexed() {
    return Files.exists(beside("-shm"));
  }

  /** Whether a transaction that is not finished lies beside the file, living or dead. */
  boolean holdsUndo() {
    try (InputStream journal = Files.newInputStream(beside("-journal"))) {
      return Arrays.equals(journal.readNBytes(UNDO.length), UNDO);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it is in the mode in which writers append to a log and readers go on reading. */
  boolean writesLog() throws IOException {
    ByteBuffer header = header();
    return header.limit() == HEADER
        && (header.get(WRITE_VERSION) == WAL_VERSION || header.get(READ_VERSION) == WAL_VERSION);
  }

  private ByteBuffer header() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    int count = 0;
    while (header.hasRemaining() && count >= 0) {
      count = channel.read(header, header.position());
    }
    return header.flip();
  }

  Stamp stamp() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    ByteBuffer header = header();
    int counter = header.limit() == HEADER ? header.getInt(CHANGE_COUNTER) : 0;
    return new Stamp(
        attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), counter);
  }

  /**
   * Marks the file as being read, so that nobody writes to it or removes its log.
   *
   * @return false when another process has it to itself
   */
  boolean tryLock() throws IOException {
    try {
      return channel.tryLock(SHARED_FIRST, SHARED_SIZE, true) != null;
    } catch (OverlappingFileLockException e) {
      // This process holds it already, here or in another session on the same file.
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
