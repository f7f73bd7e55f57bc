package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.HistoryTable;
import dev.dbpreflight.history.HistoryTables;
import dev.dbpreflight.model.SchemaModel;
import java.util.List;

/**
 * Makes one observation: reads the schema, recognises the histories and sets their tables apart.
 */
public final class Observer {
  private final Introspector introspector;

  public Observer(Introspector introspector) {
    this.introspector = introspector;
  }

  /** Everything that rules may want to know, from one session. */
  public Observation observe(Session session) {
    Observation schema = observeSchema(session);
    LiveLook live = introspector.live(session, schema.schema());
    session.requireAlive();
    return new Observation(schema.schema(), schema.histories(), live);
  }

  /** Schema and histories, where nobody asks for more. */
  public Observation observeSchema(Session session) {
    SchemaModel everything = introspector.schema(session);
    List<HistoryTable> tables = HistoryTables.recognise(everything);
    List<History> histories = new HistoryReader(session).read(tables);
    session.requireAlive();
    SchemaModel users = HistoryTables.withoutToolObjects(everything, tables);
    return new Observation(users, histories, LiveLook.NONE);
  }
}
