package dev.dbpreflight.app;

import dev.dbpreflight.app.Programs.AtEnd;
import dev.dbpreflight.app.Programs.Ended;
import dev.dbpreflight.app.Programs.Launch;
import dev.dbpreflight.app.Programs.NotStarted;
import dev.dbpreflight.app.Programs.Outcome;
import dev.dbpreflight.app.Programs.TimedOut;
import dev.dbpreflight.connect.ClientAccess;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.PostgresUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A database with a name of its own that is made for this run and dropped after it, whatever comes
 * between: also when the run is told to stop. Nothing else on the server is touched.
 */
final class ScratchDatabase {
  private static final Duration LONGEST_DROP = Duration.ofSeconds(5);

  private final PostgresUrl server;
  private final Surroundings surroundings;
  private final Deadline deadline;
  private final String name =
      "dbpreflight_scratch_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

  ScratchDatabase(PostgresUrl server, Surroundings surroundings, Deadline deadline) {
    this.server = server;
    this.surroundings = surroundings;
    this.deadline = deadline;
  }

  PostgresUrl url() {
    return ClientAccess.withDatabase(server, name);
  }

  /** What is done in it. */
  interface Work {
    void in(ScratchDatabase database);
  }

  /**
   * Makes it, works in it and drops it.
   *
   * @return why it could not be made; empty when it could
   */
  Optional<String> during(Work work) {
    AtEnd drop =
        surroundings
            .programs()
            .atEnd(psql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", LONGEST_DROP));
    try {
      Optional<String> refused =
          problem(
              surroundings
                  .programs()
                  .run(psql("CREATE DATABASE " + name + " TEMPLATE template0", limit())));
      if (refused.isEmpty()) {
        work.in(this);
      }
      return refused;
    } finally {
      problem(drop.run())
          .ifPresent(
              why ->
                  surroundings
                      .progress()
                      .remarks("the scratch database \"" + name + "\" was not dropped: " + why));
    }
  }

  private Launch psql(String statement, Duration limit) {
    return launch(
        server, List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement), limit);
  }

  /** Runs a client program in the database. */
  Outcome run(List<String> words) {
    return surroundings.programs().run(launch(url(), words, limit()));
  }

  private Launch launch(PostgresUrl url, List<String> words, Duration limit) {
    return new Launch(
        words,
        surroundings.folder(),
        ClientAccess.to(url).environment(surroundings.environment()),
        limit);
  }

  /** What remains, without what dropping may take. */
  private Duration limit() {
    Duration remaining = deadline.remaining();
    Duration spared = remaining.dividedBy(5);
    return remaining.minus(spared.compareTo(LONGEST_DROP) < 0 ? spared : LONGEST_DROP);
  }

  /** What went wrong in a run of a client program, in one line; empty when nothing did. */
  Optional<String> problem(Outcome outcome) {
    return switch (outcome) {
      case Ended ended when ended.exitCode() == 0 -> Optional.empty();
      case Ended ended -> Optional.of(said(ended));
      case NotStarted refused -> Optional.of(refused.reason());
      case TimedOut late -> Optional.of("it did not end within " + Deadline.spoken(late.limit()));
    };
  }

  private String said(Ended ended) {
    Stream<String> lines = ended.err().lines().map(String::strip).filter(line -> !line.isEmpty());
    List<String> all = lines.toList();
    String line =
        all.stream()
            .filter(each -> each.contains("ERROR:") || each.contains("error:"))
            .findFirst()
            .orElse(all.isEmpty() ? "exit code " + ended.exitCode() : all.getFirst());
    return ClientAccess.to(server)
        .scrubbed(line.replaceFirst("^(psql|pg_restore): ", "").replaceFirst("^error: ", ""));
  }
}
