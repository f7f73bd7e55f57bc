package dev.dbpreflight.app;

import dev.dbpreflight.connect.ConnectOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a target.
 *
 * @param url as the user wrote it; empty to take it from the environment
 * @param timeout for the whole run
 * @param connectTimeout for making the connection, within {@code timeout}; empty for the URL's own
 *     or the default
 */
public record Connection(
    Optional<String> url, Duration timeout, Optional<Duration> connectTimeout) {

  /** With the default times. */
  public static Connection to(String url) {
    return new Connection(Optional.of(url), ConnectOptions.DEFAULT_TIMEOUT, Optional.empty());
  }
}
