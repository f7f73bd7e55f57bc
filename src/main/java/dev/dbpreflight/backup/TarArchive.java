package dev.dbpreflight.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an archive in the format of tar: {@code pg_dump -Ft}. */
final class TarArchive {
  static final int BLOCK = 512;

  private final ByteSource source;
  private final ZoneId zone;
  private final TableTally tally;
  private Optional<TableOfContents> contents = Optional.empty();

  TarArchive(ByteSource source, ZoneId zone, TableTally tally) {
    this.source = source;
    this.zone = zone;
    this.tally = tally;
  }

  /** As far as it was read. */
  Optional<TableOfContents> contents() {
    return contents;
  }

  private record Member(String name, long size) {}

  /** Whether this is the first block of such an archive. */
  static boolean begins(byte[] start) {
    return start.length >= BLOCK && isHeader(start) && name(start).equals(FolderArchive.CONTENTS);
  }

  /** Reads all members, to the two empty blocks at the end. */
  void read() throws IOException {
    Map<String, TocEntry> expected = new HashMap<>();
    source.enters("a header");
    for (Optional<Member> member = next(); member.isPresent(); member = next()) {
      String name = member.get().name();
      source.enters("\"" + name + "\"");
      if (contents.isEmpty()) {
        contents = Optional.of(contentsIn(member.get(), expected));
      } else {
        TocEntry entry = expected.remove(name);
        data(entry, member.get().size());
      }
      source.pass((BLOCK - member.get().size() % BLOCK) % BLOCK);
      source.enters("a header");
    }
    expected.values().removeIf(TocEntry::isLargeObjects);
    Optional<TocEntry> missing = expected.values().stream().findFirst();
    if (missing.isPresent()) {
      throw new Damage("it lacks " + missing.get().title());
    }
  }

  private TableOfContents contentsIn(Member member, Map<String, TocEntry> expected)
      throws IOException {
    if (!member.name().equals(FolderArchive.CONTENTS)) {
      throw new Damage("it does not begin with its table of contents");
    }
    Part part = new Part(source, member.size());
    TableOfContents read = TableOfContents.ofFiles(new ByteSource(part, () -> false), zone);
    part.skipAll();
    read.entries().stream()
        .filter(TocEntry::hasData)
        .forEach(entry -> expected.put(entry.file(), entry));
    return read;
  }

  private void data(TocEntry entry, long size) throws IOException {
    if (entry == null) {
      source.pass(size);
      return;
    }
    TableRows rows = new TableRows(entry);
    source.pass(size, rows);
    rows.end();
    rows.addTo(tally);
  }

  private Optional<Member> next() throws IOException {
    byte[] header = source.need(BLOCK);
    if (isEmpty(header)) {
      if (!isEmpty(source.need(BLOCK))) {
        throw new Damage("its end is spoiled");
      }
      return Optional.empty();
    }
    if (!isHeader(header)) {
      throw new Damage("a header in it is spoiled, at byte " + source.position());
    }
    return Optional.of(new Member(name(header), size(header)));
  }

  private static boolean isEmpty(byte[] block) {
    for (byte value : block) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] header) {
    String name = new String(header, 0, 100, ISO_8859_1);
    int end = name.indexOf(0);
    return end < 0 ? name : name.substring(0, end);
  }

  private static boolean isHeader(byte[] header) {
    long sum = 0;
    for (int at = 0; at < BLOCK; at++) {
      sum += at >= 148 && at < 156 ? ' ' : header[at] & 0xFF;
    }
    return new String(header, 257, 5, ISO_8859_1).equals("ustar") && octal(header, 148, 8) == sum;
  }

  private static long size(byte[] header) throws Damage {
    if ((header[124] & 0x80) != 0) {
      long size = 0;
      for (int at = 128; at < 136; at++) {
        size = size << 8 | header[at] & 0xFF;
      }
      if (size < 0) {
        throw new Damage("a header in it is spoiled");
      }
      return size;
    }
    return octal(header, 124, 12);
  }

  private static long octal(byte[] header, int from, int length) {
    long value = 0;
    for (int at = from; at < from + length; at++) {
      if (header[at] >= '0' && header[at] <= '7') {
        value = value * 8 + header[at] - '0';
      } else if (value > 0) {
        break;
      }
    }
    return value;
  }

  /** The bytes of one member. */
  private static final class Part extends InputStream {
    private final ByteSource all;
    private long left;

    private Part(ByteSource all, long size) {
      this.all = all;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      left--;
      return all.need();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = all.read(target, from, (int) Math.min(length, left));
      if (read < 0) {
        throw Damage.ends("its table of contents", all.position());
      }
      left -= read;
      return read;
    }

    private void skipAll() throws IOException {
      all.pass(left);
      left = 0;
    }
  }
}
