package dev.dbpreflight.connect;

import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.time.Duration;

/**
 * Counts the attempts at something that may need time, and the pauses between them: each twice as
 * long as the one before, up to a limit.
 */
public final class Attempts {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Pauses pauses;
  private final Deadline deadline;
  private Duration longest = FIRST_PAUSE;
  private int number = 1;

  /**
   * The first of the attempts begins now.
   *
   * @param limit how long to go on beginning attempts
   */
  public Attempts(Duration limit, Pauses pauses) {
    this.pauses = pauses;
    this.deadline = Deadline.after(limit, pauses::nanoTime);
  }

  /** The attempt that is being made: 1, 2, … */
  public int number() {
    return number;
  }

  /** Whether this attempt was the last that the time allows. */
  public boolean over() {
    return deadline.passed();
  }

  /**
   * How long to pause before the next attempt. Half of it is left to chance: many containers that
   * start together do not ask at once.
   */
  public Duration pause() {
    Duration pause = Duration.ofNanos((long) (longest.toNanos() * (1 + pauses.chance()) / 2));
    longest = shorter(longest.multipliedBy(2), LONGEST_PAUSE);
    return shorter(pause, deadline.remaining());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Lets the pause pass and begins the next attempt; false when somebody interrupted. */
  public boolean begunAfter(Duration pause) {
    try {
      pauses.pause(pause);
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
      return false;
    }
    number++;
    return true;
  }

  /** What stopped the last attempt, with how many there were and how long they took. */
  public ProblemException counted(ProblemException last) {
    if (number == 1) {
      return last;
    }
    Problem problem = last.problem();
    return new ProblemException(
        last.exitCode(),
        new Problem(
            problem.what() + "; tried " + number + " times in " + spoken(deadline.elapsed()),
            problem.where(),
            problem.why(),
            problem.next(),
            problem.detail()),
        last,
        last.isLasting());
  }

  /** Tenths of a second say more than anybody asked. */
  private static String spoken(Duration elapsed) {
    return Deadline.spoken(
        elapsed.toSeconds() < 10 ? elapsed : Duration.ofSeconds(elapsed.toSeconds()));
  }
}
