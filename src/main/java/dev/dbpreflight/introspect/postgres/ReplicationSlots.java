package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.ReplicationSlot;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/** For whom the server keeps its write-ahead log. */
final class ReplicationSlots implements ConditionArea {

  // One row is a slot of any database. Temporary ones end with their session; copies of a primary's
  // slots on a standby ("synced", since 17) have no reader of their own. Columns that came after 12
  // are looked up by name. On a standby the log ends with what it has received. 14 to 18.
  private final Query<ReplicationSlot> slots =
      new Query<>(
          "replication slots",
          """
          select s.slot_name, s.database, s.active,
            pg_catalog.pg_wal_lsn_diff(
              case when pg_catalog.pg_is_in_recovery()
                then coalesce(
                  pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
                else pg_catalog.pg_current_wal_lsn() end,
              s.restart_lsn) as retained,
            pg_catalog.to_jsonb(s) ->> 'wal_status' as wal_status,
            pg_catalog.to_jsonb(s) ->> 'invalidation_reason' as invalidation
          from pg_catalog.pg_replication_slots s
          where not s.temporary
            and coalesce(pg_catalog.to_jsonb(s) ->> 'synced', 'false') = 'false'
          order by s.slot_name
          """,
          row ->
              new ReplicationSlot(
                  row.text("slot_name"),
                  row.textOrEmpty("database"),
                  row.flag("active"),
                  new ByteCount(Math.max(0, row.number("retained"))),
                  row.textOrEmpty("wal_status"),
                  row.textOrEmpty("invalidation")));

  private final Grantee reader;

  ReplicationSlots(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(slots);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    return known.with(capacity.withSlots(answers.of(slots)));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.REPLICATION_SLOTS, "what replication slots retain", refusal);
  }
}
