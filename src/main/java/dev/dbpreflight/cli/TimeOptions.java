package dev.dbpreflight.cli;

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

  Duration timeout() {
    return timeout;
  }

  /** Empty for the URL's own. */
  Optional<Duration> connectTimeout() {
    return connectTimeout;
  }
}
