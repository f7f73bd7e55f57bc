package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for a database.
 *
 * @param deadline the one of the whole run
 * @param connectTimeout for one server, until it has let the user in; when empty the URL's {@code
 *     connect_timeout} counts, else {@link #DEFAULT_CONNECT_TIMEOUT}
 * @param retry whether and how to try again
 */
public record ConnectOptions(Deadline deadline, Optional<Duration> connectTimeout, Retry retry) {

  /** How long a run may take when nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  public ConnectOptions(Deadline deadline, Duration connectTimeout) {
    this(deadline, Optional.of(connectTimeout), Retry.NEVER);
  }

  public ConnectOptions(Deadline deadline) {
    this(deadline, Optional.empty(), Retry.NEVER);
  }
}
