package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.TransactionAge;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/** How much of the transaction IDs is used up. */
final class TransactionAges implements ConditionArea {

  // One row: of all the databases, for the worst of them stops the whole server. 14 to 18.
  private final Query<TransactionAge> oldest =
      new Query<>(
          "age of transaction IDs",
          """
          select d.datname, pg_catalog.age(d.datfrozenxid) as ids,
            pg_catalog.mxid_age(d.datminmxid) as multixacts
          from pg_catalog.pg_database d
          order by greatest(
              pg_catalog.age(d.datfrozenxid), pg_catalog.mxid_age(d.datminmxid)) desc,
            d.datname = pg_catalog.current_database() desc, d.datname
          limit 1
          """,
          row ->
              new TransactionAge(row.text("datname"), row.number("ids"), row.number("multixacts")));

  private final Grantee reader;

  TransactionAges(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(oldest);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Capacity capacity = known.capacity().orElse(Capacity.NONE);
    return known.with(capacity.withOldest(answers.of(oldest).getFirst()));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return reader.unread(Topic.TRANSACTION_AGE, "the age of transaction IDs", refusal);
  }
}
