package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/** Tries to open databases with a password that no message may tell, whatever goes wrong. */
final class Attempt {
  static final String PASSWORD = "pl4nted-pl4nted";

  private Attempt() {}

  static String url(String user, int port, String database) {
    return "postgresql://" + user + ":" + PASSWORD + "@localhost:" + port + "/" + database;
  }

  static Session open(String url) {
    return Connector.open(
        DatabaseUrl.parse(url, "DATABASE_URL"),
        new ConnectOptions(Deadline.after(Duration.ofSeconds(20)), Duration.ofSeconds(2)));
  }

  /** The problem of a URL that cannot be opened; whatever it is, it takes no long time. */
  static ProblemException problem(String url) {
    long start = System.nanoTime();
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> open(url).close());
    assertThat(thrown).as(url).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(thrown.problem().where()).endsWith("  (from DATABASE_URL)");
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace + thrown.problem().toString()).doesNotContain("pl4nted");
    return thrown;
  }

  static String what(String url) {
    return problem(url).problem().what();
  }
}
