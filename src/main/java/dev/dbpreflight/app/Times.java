package dev.dbpreflight.app;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for databases.
 *
 * @param timeout for the whole run
 * @param connectTimeout for making a connection, within {@code timeout}; empty for the URL's own or
 *     the default
 * @param connectRetry how long to go on trying to connect to a server that is not there yet; zero
 *     for one attempt
 */
public record Times(Duration timeout, Optional<Duration> connectTimeout, Duration connectRetry) {

  Times once() {
    return new Times(timeout, connectTimeout, Duration.ZERO);
  }
}
