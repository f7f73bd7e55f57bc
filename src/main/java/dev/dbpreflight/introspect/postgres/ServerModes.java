package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.ServerMode;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/** Whether anything can be written on this server now. */
final class ServerModes implements ConditionArea {
  private final Grantee reader;

  // One row. The session itself is read-only: only the default tells about others; 14 to 18.
  private final Query<ServerMode> mode =
      new Query<>(
          "mode of the server",
          """
          select pg_catalog.pg_is_in_recovery() as in_recovery,
            pg_catalog.current_setting('default_transaction_read_only')::boolean as read_only
          """,
          row -> new ServerMode(row.flag("in_recovery"), row.flag("read_only")));

  ServerModes(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(mode);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    return known.with(answers.of(mode).getFirst());
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return new Unread(
        Topic.SERVER_MODE,
        "whether anything can be written",
        refusal.problem().what(),
        reader.remedy(refusal, reader.execute("pg_catalog.pg_is_in_recovery()")));
  }
}
