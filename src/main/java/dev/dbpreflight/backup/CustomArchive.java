package dev.dbpreflight.backup;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the data of an archive that is one file: {@code pg_dump -Fc}. */
final class CustomArchive {
  private static final int DATA = 1;
  private static final int LARGE_OBJECTS = 3;

  private final TableOfContents contents;
  private final ByteSource source;
  private final ArchiveNumbers numbers;
  private final TableTally tally;
  private final Map<Integer, TocEntry> expected = new HashMap<>();

  CustomArchive(TableOfContents contents, ByteSource source, TableTally tally) {
    this.contents = contents;
    this.source = source;
    this.tally = tally;
    this.numbers =
        new ArchiveNumbers(source, contents.header().intSize(), contents.header().offsetSize());
    contents.entries().stream()
        .filter(TocEntry::hasData)
        .forEach(entry -> expected.put(entry.id(), entry));
  }

  /** Reads every block to the end of the file. */
  void read() throws IOException {
    for (int type = source.read(); type >= 0; type = source.read()) {
      source.enters("a block of data");
      int id = numbers.number();
      TocEntry entry = expected.remove(id);
      if (entry == null) {
        throw new Damage("a block of data in it belongs to nothing, at byte " + source.position());
      }
      source.enters(entry.title());
      switch (type) {
        case DATA -> block(entry);
        case LARGE_OBJECTS -> largeObjects(entry);
        default ->
            throw new Damage("a block of data in it is spoiled, at byte " + source.position());
      }
    }
    if (!expected.isEmpty()) {
      TocEntry first = expected.get(expected.keySet().stream().sorted().findFirst().orElseThrow());
      throw new Damage(
          expected.size() == 1
              ? "it ends before " + first.title()
              : "it ends before %s and %d others".formatted(first.title(), expected.size() - 1));
    }
  }

  private void largeObjects(TocEntry entry) throws IOException {
    while (numbers.objectId() != 0) {
      block(entry);
    }
  }

  private void block(TocEntry entry) throws IOException {
    TableRows rows = new TableRows(entry);
    boolean compressed = contents.header().compression() == Compression.GZIP;
    if (contents.header().compression() == Compression.NONE) {
      pieces(rows);
      rows.end();
      rows.addTo(tally);
    } else if (compressed) {
      try (Inflation inflation = new Inflation(rows)) {
        pieces(inflation);
        inflation.end();
      }
      rows.addTo(tally);
    } else {
      long begin = source.position();
      pieces((bytes, from, to) -> {});
      if (entry.isTableData()) {
        tally.data(entry.name(), source.position() - begin);
      }
    }
  }

  private void pieces(DataSink sink) throws IOException {
    for (int length = numbers.number(); length != 0; length = numbers.number()) {
      if (length < 0) {
        throw new Damage("a block of data in it is spoiled, at byte " + source.position());
      }
      source.pass(length, sink);
    }
  }
}
