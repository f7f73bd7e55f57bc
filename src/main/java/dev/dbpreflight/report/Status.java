package dev.dbpreflight.report;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import java.util.List;
import java.util.Optional;

/**
 * Where a database is and where a release goes, without a judgement.
 *
 * @param release what the migration files say, where they are known
 */
public record Status(
    String toolVersion,
    Report.Target target,
    DatabaseState state,
    List<History> histories,
    Optional<Release> release) {

  public Status {
    histories = List.copyOf(histories);
  }
}
