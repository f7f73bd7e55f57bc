package dev.dbpreflight.connect;

import java.sql.Driver;

/**
 * Makes a JDBC driver from its name: asking the driver manager would load those of all engines, and
 * this package is to know none but {@code java.sql}.
 */
final class Drivers {
  static final String POSTGRESQL = "org.postgresql.Driver";
  static final String SQLITE = "org.sqlite.JDBC";

  private Drivers() {}

  static Driver of(String name) {
    try {
      return (Driver) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("driver is not on the class path: " + name, e);
    }
  }
}
