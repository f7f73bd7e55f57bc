package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Archiver;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/** How archiving of the write-ahead log goes. */
final class ArchiverState implements ConditionArea {

  // One row; none where nothing is archived. What failed once and went well since is no matter.
  // A command that the shell does not find ends the archiver before it counts a failure: that is
  // not seen here. Tried on 14 to 18.
  private final Query<Archiver> archiver =
      new Query<>(
          "state of the archiver",
          """
          select a.last_failed_wal,
            coalesce(a.last_failed_time > a.last_archived_time, a.last_failed_time is not null)
              as failing
          from pg_catalog.pg_stat_archiver a
          where pg_catalog.current_setting('archive_mode') <> 'off'
          """,
          row -> new Archiver(row.flag("failing"), row.textOrEmpty("last_failed_wal")));

  private final Grantee reader;

  ArchiverState(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(archiver);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    return answers.of(archiver).stream()
        .findFirst()
        .map(capacity::withArchiver)
        .map(known::with)
        .orElse(known);
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.ARCHIVER, "whether archiving of the log works", refusal);
  }
}
