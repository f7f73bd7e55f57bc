package dev.dbpreflight.cli;

import dev.dbpreflight.app.Connection;
import dev.dbpreflight.app.Surroundings;
import dev.dbpreflight.app.WaitForPass;
import dev.dbpreflight.report.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Whether to try again while something is still missing. */
final class WaitOptions {
  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Try again until the verdict is pass, for at most this long: 60s. --timeout then holds"
              + " for each attempt. What waiting cannot mend, as a wrong password, ends at once.")
  private Optional<Duration> wait = Optional.empty();

  /** Whoever tries the whole run again need not try again to connect in each. */
  Connection of(Connection connection) {
    return wait.isPresent() ? connection.once() : connection;
  }

  /** The one report, or the last one. */
  Report of(Surroundings place, Supplier<Report> attempt) {
    return wait.map(time -> new WaitForPass(place.progress()).until(time, attempt))
        .orElseGet(attempt);
  }
}
