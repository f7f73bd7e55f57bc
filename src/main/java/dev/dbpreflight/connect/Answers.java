package dev.dbpreflight.connect;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the database answered to several queries, addressed by the query itself. */
public final class Answers {
  private final Map<Query<?>, List<?>> rows = new IdentityHashMap<>();

  /** Notes the answer to a query; called by sessions. */
  public <T> void put(Query<T> query, List<T> values) {
    rows.put(query, List.copyOf(values));
  }

  /** The values of one query that was asked, in the order the database gave them. */
  @SuppressWarnings("unchecked")
  public <T> List<T> of(Query<T> query) {
    List<?> values = rows.get(query);
    if (values == null) {
      throw new IllegalArgumentException("not asked: " + query.purpose());
    }
    return (List<T>) values;
  }
}
