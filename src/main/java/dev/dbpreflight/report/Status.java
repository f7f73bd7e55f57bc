package dev.dbpreflight.report;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import java.util.List;

/** Where a database is, without a judgement. */
public record Status(
    String toolVersion, Report.Target target, DatabaseState state, List<History> histories) {

  public Status {
    histories = List.copyOf(histories);
  }
}
