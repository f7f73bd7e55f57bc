package dev.dbpreflight.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Looks whether the blocks of an archive are where its table of contents says, without reading
 * them: a file that was cut off lacks the last ones.
 */
final class CustomPlaces {
  private CustomPlaces() {}

  static void check(Path file, TableOfContents contents, TableTally tally) throws IOException {
    List<TocEntry> placed =
        contents.entries().stream()
            .filter(entry -> entry.offset() > 0)
            .sorted(Comparator.comparingLong(TocEntry::offset))
            .toList();
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      for (int at = 0; at < placed.size(); at++) {
        TocEntry entry = placed.get(at);
        requireBlock(channel, entry, contents.header().intSize());
        long end = at + 1 < placed.size() ? placed.get(at + 1).offset() : channel.size();
        if (entry.isTableData()) {
          tally.data(entry.name(), end - entry.offset());
        }
      }
      if (!placed.isEmpty()) {
        requireEnd(channel, placed.getLast(), contents.header().intSize());
      }
    }
    contents.entries().stream()
        .filter(entry -> entry.isTableData() && entry.offset() == 0)
        .forEach(entry -> tally.defined(entry.name()));
  }

  private static void requireBlock(SeekableByteChannel channel, TocEntry entry, int intSize)
      throws IOException {
    ByteBuffer head = ByteBuffer.allocate(2 + intSize);
    channel.position(entry.offset());
    while (head.hasRemaining() && channel.read(head) >= 0) {
      // Until it is full, or the file ends.
    }
    if (head.hasRemaining()) {
      throw new Damage("it ends before " + entry.title());
    }
    long id = 0;
    for (int at = 0; at < intSize; at++) {
      id |= (head.get(2 + at) & 0xFFL) << (8 * at);
    }
    if (id != entry.id()) {
      throw new Damage("where " + entry.title() + " should be, there is something else");
    }
  }

  /** Every block ends with a zero, so the file does; one of large objects with two. */
  private static void requireEnd(SeekableByteChannel channel, TocEntry last, int intSize)
      throws IOException {
    ByteBuffer end = ByteBuffer.allocate((last.isLargeObjects() ? 2 : 1) * (1 + intSize));
    channel.position(Math.max(0, channel.size() - end.capacity()));
    while (end.hasRemaining() && channel.read(end) >= 0) {
      // Until it is full, or the file ends.
    }
    for (byte value : end.array()) {
      if (value != 0) {
        throw new Damage("it ends in the middle of its last block of data");
      }
    }
  }
}
