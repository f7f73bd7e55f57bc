package dev.dbpreflight.backup;

import dev.dbpreflight.model.ObjectName;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Header and table of contents of an archive.
 *
 * @param entries tables, and what has data
 */
record TableOfContents(ArchiveHeader header, List<TocEntry> entries) {
  private static final int HAS_TABLE_AM = 14;
  private static final int HAS_RELATION_KIND = 16;

  /** In a custom archive: how the place of the data is known. */
  private static final int OFFSET_SET = 2;

  private static final int NO_DATA = 3;

  /** Dependencies of one object; more are a spoiled file. */
  private static final int MOST = 10_000_000;

  TableOfContents {
    entries = List.copyOf(entries);
  }

  /** Of an archive that is one file, with its data after this. */
  static TableOfContents ofCustom(ByteSource source, ZoneId zone) throws IOException {
    return read(source, zone, true);
  }

  /** Of the file {@code toc.dat}. */
  static TableOfContents ofFiles(ByteSource source, ZoneId zone) throws IOException {
    return read(source, zone, false);
  }

  private static TableOfContents read(ByteSource source, ZoneId zone, boolean custom)
      throws IOException {
    ArchiveHeader header = ArchiveHeader.read(source, zone);
    source.enters("its table of contents");
    ArchiveNumbers numbers = new ArchiveNumbers(source, header.intSize(), header.offsetSize());
    int count = numbers.number();
    if (count < 0) {
      throw new Damage("its table of contents is spoiled");
    }
    List<TocEntry> entries = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      TocEntry entry = entry(numbers, header, custom);
      if (entry.isTable() || entry.hasData()) {
        entries.add(entry);
      }
    }
    return new TableOfContents(header, entries);
  }

  private static TocEntry entry(ArchiveNumbers numbers, ArchiveHeader header, boolean custom)
      throws IOException {
    int id = numbers.number();
    if (id <= 0) {
      throw new Damage("its table of contents is spoiled");
    }
    numbers.number();
    numbers.passText();
    numbers.passText();
    String tag = numbers.text().orElse("");
    String kind = numbers.text().orElse("");
    numbers.number();
    numbers.passText();
    numbers.passText();
    int copy = numbers.passText();
    String schema = numbers.text().orElse("");
    numbers.passText();
    if (header.version() >= HAS_TABLE_AM) {
      numbers.passText();
    }
    if (header.version() >= HAS_RELATION_KIND) {
      numbers.number();
    }
    numbers.passText();
    numbers.passText();
    passDependencies(numbers);
    ObjectName name = new ObjectName(schema, tag);
    if (custom) {
      int state = numbers.source().need();
      if (state < 1 || state > NO_DATA) {
        throw new Damage("its table of contents is spoiled");
      }
      long offset = numbers.offset();
      return new TocEntry(
          id, kind, name, copy > 0, state != NO_DATA, state == OFFSET_SET ? offset : 0, "");
    }
    String file = numbers.text().orElse("");
    return new TocEntry(id, kind, name, copy > 0, !file.isEmpty(), 0, file);
  }

  private static void passDependencies(ArchiveNumbers numbers) throws IOException {
    for (int at = 0; numbers.passText() >= 0; at++) {
      if (at > MOST) {
        throw new Damage("its table of contents is spoiled");
      }
    }
  }
}
