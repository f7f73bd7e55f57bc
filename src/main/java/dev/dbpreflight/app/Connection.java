package dev.dbpreflight.app;

import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a target.
 *
 * @param url as the user wrote it; empty to take it from the environment
 * @param timeout for the whole run
 * @param connectTimeout for making the connection, within {@code timeout}
 */
public record Connection(Optional<String> url, Duration timeout, Duration connectTimeout) {
  public static final Duration TIMEOUT = Duration.ofSeconds(60);
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  public static Connection to(String url) {
    return new Connection(Optional.of(url), TIMEOUT, CONNECT_TIMEOUT);
  }
}
