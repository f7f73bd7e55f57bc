package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;

/** Connects again and again, as long as only a moment is needed and there is time. */
final class ConnectAttempts {
  private final Retry retry;
  private final Attempts attempts;

  ConnectAttempts(ConnectOptions options) {
    this.retry = options.retry();
    this.attempts = new Attempts(options.deadline().atMost(retry.limit()), retry.pauses());
  }

  /** One round through all the servers. */
  interface Round {
    Session open() throws Rejected;
  }

  /**
   * The session of the first round that makes one.
   *
   * @throws ProblemException what stopped the last round; at once when another one would not help
   */
  Session open(Round round) {
    while (true) {
      try {
        Session session = round.open();
        if (attempts.number() > 1) {
          tell("connected");
        }
        return session;
      } catch (Rejected e) {
        pauseAfter(e);
      }
    }
  }

  private void pauseAfter(Rejected rejected) {
    ProblemException problem = rejected.problem();
    boolean passes = rejected.outlook() == Outlook.PASSING;
    if (!passes || attempts.over()) {
      if (attempts.number() > 1) {
        tell(problem.problem().what() + (passes ? "; the time is over" : ""));
      }
      throw attempts.counted(problem);
    }
    Duration pause = attempts.pause();
    tell(problem.problem().what() + "; next in " + Deadline.spoken(pause));
    if (!attempts.begunAfter(pause)) {
      throw attempts.counted(problem);
    }
  }

  private void tell(String text) {
    retry.told().accept("attempt " + attempts.number() + " to connect: " + text);
  }
}
