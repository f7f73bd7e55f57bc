package dev.dbpreflight.connect;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.TimeZone;

/**
 * A way to a server that let the user in: the very address, and what the driver was told. No
 * record, whose text would tell the password.
 */
final class Reached {
  private static final String INVALID_VALUE = "22023";

  private final Driver driver;
  private final String driverUrl;
  private final Properties properties;

  /**
   * @param properties with the password
   */
  Reached(Driver driver, String driverUrl, Properties properties) {
    this.driver = driver;
    this.driverUrl = driverUrl;
    this.properties = properties;
  }

  /** The driver sends this machine's time zone, of which an older server may not have heard. */
  Connection connect() throws SQLException {
    try {
      return once();
    } catch (SQLException e) {
      if (!INVALID_VALUE.equals(e.getSQLState())) {
        throw e;
      }
      TimeZone zone = TimeZone.getDefault();
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      try {
        return once();
      } finally {
        TimeZone.setDefault(zone);
      }
    }
  }

  /** Connects without another try. */
  Connection once() throws SQLException {
    try {
      return driver.connect(driverUrl, properties);
    } catch (RuntimeException | AssertionError e) {
      throw PostgresWire.nonsense(e);
    }
  }
}
