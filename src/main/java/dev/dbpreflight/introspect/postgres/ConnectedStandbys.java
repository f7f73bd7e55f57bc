package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Standbys;
import dev.dbpreflight.conditions.Standbys.Standby;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who receives the write-ahead log, and whether commits wait for them. */
final class ConnectedStandbys implements ConditionArea {
  /** "FIRST 2 (a, b)", "ANY 2 (a, b)", "2 (a, b)"; a list without a number means one. */
  private static final Pattern NUMBER =
      Pattern.compile("\\s*(?:(?:first|any)\\s+)?(\\d+)\\s*\\(.*", Pattern.CASE_INSENSITIVE);

  private static final String BEHIND = "how far standbys are behind";

  private record Wish(String names, boolean commitsWait) {}

  private record Sender(boolean hidden, Standby standby) {}

  // One row. Nobody waits for standbys with synchronous_commit off or local; what this role has is
  // taken for what the migration has. Tried on 14 to 18.
  private final Query<Wish> wish =
      new Query<>(
          "synchronous replication",
          """
          select pg_catalog.current_setting('synchronous_standby_names') as names,
            pg_catalog.current_setting('synchronous_commit') not in ('off', 'local')
              and not pg_catalog.pg_is_in_recovery() as commits_wait
          """,
          row -> new Wish(row.text("names"), row.flag("commits_wait")));

  // One row is a connected standby or subscriber; a base backup is none, and without the right to
  // read all statistics all but the process is null. Who only receives replays nothing. Tried on 14
  // to 18, on a primary and on a
  // standby that has one of its own.
  private final Query<Sender> senders =
      new Query<>(
          "standbys",
          """
          select r.application_name, r.state is null as hidden,
            r.state = 'streaming' and r.sync_state in ('sync', 'quorum') as synchronous,
            pg_catalog.pg_wal_lsn_diff(
              case when pg_catalog.pg_is_in_recovery()
                then coalesce(
                  pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn())
                else pg_catalog.pg_current_wal_lsn() end,
              coalesce(r.replay_lsn, r.flush_lsn, r.write_lsn, r.sent_lsn)) as behind,
            pg_catalog.date_part('epoch', r.replay_lag)::bigint as lag
          from pg_catalog.pg_stat_replication r
          where r.state is distinct from 'backup'
          order by r.application_name, r.pid
          """,
          row ->
              new Sender(
                  row.flag("hidden"),
                  new Standby(
                      row.textOrEmpty("application_name"),
                      row.flag("synchronous"),
                      new ByteCount(Math.max(0, row.number("behind"))),
                      Duration.ofSeconds(row.number("lag")))));

  private final Grantee reader;

  ConnectedStandbys(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(wish, senders);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Wish wished = answers.of(wish).getFirst();
    List<Sender> all = answers.of(senders);
    List<Standby> seen =
        all.stream().filter(sender -> !sender.hidden()).map(Sender::standby).toList();
    String names = wished.commitsWait() ? wished.names() : "";
    Standbys standbys = new Standbys(seen, all.size() - seen.size(), names, required(names));
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    Conditions read = known.with(capacity.withStandbys(standbys));
    return standbys.hidden() == 0
        ? read
        : read.withUnread(
            new Unread(
                Topic.STANDBYS,
                BEHIND,
                "role " + reader.role() + " sees no more than that they are connected",
                reader.membership("pg_read_all_stats")));
  }

  static int required(String names) {
    if (names.isBlank()) {
      return 0;
    }
    Matcher number = NUMBER.matcher(names);
    return number.matches() ? Integer.parseInt(number.group(1)) : 1;
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.STANDBYS, BEHIND, refusal);
  }
}
