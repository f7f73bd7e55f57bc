package dev.dbpreflight.introspect;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.SchemaModel;

/**
 * How one engine's catalog is read. The number of round trips does not depend on the number of
 * objects.
 */
public interface Introspector {

  /**
   * Every object that is not the system's, an extension's or the provider's.
   *
   * @throws dev.dbpreflight.problem.ProblemException as {@link Session#ask(java.util.List)}
   */
  SchemaModel schema(Session session);

  /**
   * What rules want to know beside the schema; what the database refuses is told as not read in its
   * parts.
   */
  LiveLook live(Session session, SchemaModel schema);
}
