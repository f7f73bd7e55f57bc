package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transaction of this database that was prepared for a commit in two phases, and that no session
 * belongs to any more.
 *
 * @param identifier that COMMIT PREPARED takes
 * @param age since it was prepared
 * @param locks the strongest lock that it holds on each of the users' tables
 */
public record PreparedTransaction(
    String identifier, String owner, Duration age, SortedMap<ObjectName, LockMode> locks) {

  public PreparedTransaction {
    locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
  }
}
