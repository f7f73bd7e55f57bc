package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Interruption;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for a database.
 *
 * @param deadline the one of the whole run
 * @param connectTimeout for one server, until it has let the user in; when empty the URL's {@code
 *     connect_timeout} counts, else {@link #DEFAULT_CONNECT_TIMEOUT}
 * @param retry whether and how to try again
 * @param interruption upon which a session ends what it does
 */
public record ConnectOptions(
    Deadline deadline, Optional<Duration> connectTimeout, Retry retry, Interruption interruption) {

  /** How long a run may take when nobody says otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  public ConnectOptions(Deadline deadline, Duration connectTimeout) {
    this(deadline, Optional.of(connectTimeout), Retry.NEVER, new Interruption());
  }

  public ConnectOptions(Deadline deadline) {
    this(deadline, Optional.empty(), Retry.NEVER, new Interruption());
  }
}
