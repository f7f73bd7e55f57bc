package dev.dbpreflight.introspect;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import java.util.Map;

/** How much the tables of a database hold: in one round trip, whatever their number. */
public interface TableSizes {

  /**
   * What is cheap to know, and waits for no lock: estimates where counting takes time.
   *
   * @throws dev.dbpreflight.problem.ProblemException as {@link Session#ask(java.util.List)}
   */
  Map<ObjectName, Size> known(Session session);

  /**
   * Every row counted, for a database that nobody else uses.
   *
   * @throws dev.dbpreflight.problem.ProblemException as {@link Session#ask(java.util.List)}
   */
  Map<ObjectName, Size> counted(Session session);
}
