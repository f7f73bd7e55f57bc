package dev.dbpreflight.cli;

import dev.dbpreflight.app.Times;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long to wait for databases. */
final class TimeOptions {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationConverter.class,
      description = "For the whole run: 500ms, 60s, 2m. Default: ${DEFAULT-VALUE}.")
  private Duration timeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "For making a connection. Default: the URL's connect_timeout, else 10s.")
  private Optional<Duration> connectTimeout = Optional.empty();

  @Option(
      names = "--connect-retry",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationConverter.OrZero.class,
      description =
          "Try again for this long when nobody listens yet, the name is not known yet, or the"
              + " server is starting or full. 0s: one attempt. Default: ${DEFAULT-VALUE}.")
  private Duration connectRetry;

  Times times() {
    return new Times(timeout, connectTimeout, connectRetry);
  }
}
