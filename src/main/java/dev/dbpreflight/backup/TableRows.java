package dev.dbpreflight.backup;

import dev.dbpreflight.model.ObjectName;
import java.io.IOException;

/** The data of one entry of an archive: rows of a table that are counted, or anything else. */
final class TableRows implements DataSink {
  private final TocEntry entry;
  private final CopyRows copied = new CopyRows();
  private final InsertRows inserted = new InsertRows();

  TableRows(TocEntry entry) {
    this.entry = entry;
  }

  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    if (entry.isTableData()) {
      sink().accept(bytes, from, to);
    }
  }

  private DataSink sink() {
    return entry.copied() ? copied : inserted;
  }

  @Override
  public void end() throws IOException {
    if (entry.isTableData()) {
      sink().end();
    }
  }

  /** What was counted, once the data is at its end. */
  void addTo(TableTally tally) {
    ObjectName table = entry.name();
    if (entry.isTableData() && entry.copied()) {
      tally.rows(table, copied.rows(), copied.bytes());
    } else if (entry.isTableData()) {
      inserted.addTo(tally, table);
    }
  }
}
