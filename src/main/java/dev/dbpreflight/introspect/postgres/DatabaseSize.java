package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.ByteCount;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/** How large the database is on disk. */
final class DatabaseSize implements ConditionArea {
  /** The server looks at every file of the database, and may have a slow disk. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private static final String FACT = "the size of the database";

  private record Size(String database, boolean allowed, long bytes) {}

  // One row. Somebody may have revoked CONNECT since, and the function would fail. 14 to 18.
  private final Query<Size> size =
      new Query<>(
          "size of the database",
          """
          select pg_catalog.quote_ident(d.datname) as database,
            m.allowed,
            case when m.allowed then pg_catalog.pg_database_size(d.oid) end as bytes
          from pg_catalog.pg_database d
            cross join lateral (
              select pg_catalog.has_database_privilege(d.oid, 'CONNECT')
                  or pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') as allowed) m
          where d.datname = pg_catalog.current_database()
          """,
          row -> new Size(row.text("database"), row.flag("allowed"), row.number("bytes")),
          LIMIT);

  private final Grantee reader;

  DatabaseSize(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(size);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Size seen = answers.of(size).getFirst();
    if (!seen.allowed()) {
      return known.withUnread(
          new Unread(
              Topic.DATABASE_SIZE,
              FACT,
              "role " + reader.role() + " may not CONNECT any more",
              "GRANT CONNECT ON DATABASE " + seen.database() + " TO " + reader.role()));
    }
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    return known.with(capacity.withDatabase(new ByteCount(seen.bytes())));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.DATABASE_SIZE, FACT, refusal);
  }
}
