package dev.dbpreflight.app;

import dev.dbpreflight.connect.ConnectOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a target.
 *
 * @param url as the user wrote it; empty to take it from the environment
 */
public record Connection(Optional<String> url, Times times) {

  /** With the default times, and one attempt. */
  public static Connection to(String url) {
    return new Connection(
        Optional.of(url),
        new Times(ConnectOptions.DEFAULT_TIMEOUT, Optional.empty(), Duration.ZERO));
  }

  /** The same for somebody who tries again anyway. */
  public Connection once() {
    return new Connection(url, times.once());
  }
}
