package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One {@code check} on a target that is in trouble, as a user runs it, and what must be true of it
 * whatever the trouble is.
 *
 * @param limit what the run was given
 * @param took what it took
 */
record FaultRun(CommandLineRun run, Duration limit, Duration took) {
  /** The second that is promised. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /** Without faults and findings this passes, so that exit code 0 would be a lie. */
  static FaultRun check(String url, Duration limit, String... more) {
    List<String> line = new ArrayList<>(List.of("check", url, "--accept", "populated"));
    line.addAll(Arrays.asList(more));
    return of(limit, line);
  }

  /** Any command on a target, under that limit and without another try to connect. */
  static FaultRun of(Duration limit, List<String> command) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("--connect-retry", "0s", "--timeout", limit.toMillis() + "ms"));
    long start = System.nanoTime();
    CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
    return new FaultRun(run, limit, Duration.ofNanos(System.nanoTime() - start));
  }

  /** It ended in time, said that nothing can be said, and one of these causes. */
  void assertInconclusive(String... causes) {
    assertHonest();
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsOnlyOnce("error: ");
    assertThat(causes)
        .as("a cause named in: " + run.err())
        .anySatisfy(cause -> assertThat(run.err()).contains(cause));
  }

  /** It ended in time and shows nothing of its insides. */
  void assertHonest() {
    assertThat(took).as(run.toString()).isLessThan(limit.plus(SLACK));
    assertThat(run.out() + run.err())
        .doesNotContain(
            "Exception", "\tat ", "    at ", "a defect in dbpreflight", "org.postgresql")
        .doesNotContain("cache lookup failed", "with OID");
  }
}
