package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Whether this role could see who is migrating: hardened servers take that from PUBLIC. */
final class VisibleLocks implements ConditionArea {
  private static final String FACT = "whether a migration is running";

  // One row: a view of locks and sessions that this role may not read, as SQL writes it; 14 to 18.
  private final Query<String> hidden =
      new Query<>(
          "rights on views of locks",
          """
          select 'pg_catalog.' || c.relname as name
          from pg_catalog.pg_class c
          where c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace
            and c.relname in ('pg_locks', 'pg_stat_activity')
            and not pg_catalog.has_table_privilege(c.oid, 'SELECT')
          order by c.relname
          """,
          row -> row.text("name"));

  private final Grantee reader;

  VisibleLocks(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(hidden);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    List<String> views = answers.of(hidden);
    return views.isEmpty()
        ? known
        : known.withUnread(
            new Unread(
                Topic.MIGRATION_LOCKS,
                FACT,
                "permission denied for "
                    + views.stream().map(VisibleLocks::name).collect(Collectors.joining(", ")),
                reader.select(views.toArray(String[]::new))));
  }

  private static String name(String view) {
    return "view " + view.replace("pg_catalog.", "");
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return new Unread(
        Topic.MIGRATION_LOCKS,
        FACT,
        refusal.problem().what(),
        reader.remedy(refusal, reader.select("pg_catalog.pg_class")));
  }
}
