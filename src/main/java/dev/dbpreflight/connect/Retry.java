package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Whether to try again to connect when nothing but a moment is needed: the server is just starting,
 * or its name is not known yet.
 *
 * @param limit how long to go on beginning attempts; zero for a single one
 * @param told of every attempt but a single one; never a secret
 */
public record Retry(Duration limit, Pauses pauses, Consumer<String> told) {

  /**
   * Long enough for the server of a container that was started just before, short enough for
   * somebody who typed a wrong port: the reason is told with the first attempt.
   */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

  public static final Retry NEVER = new Retry(Duration.ZERO, Pauses.REAL, attempt -> {});
}
