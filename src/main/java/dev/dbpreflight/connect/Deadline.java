package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The moment by which a whole run must have ended; everything that waits, waits under it. */
public final class Deadline {
  private static final long MILLIS_OF_A_MINUTE = 60_000;

  private final Duration limit;
  private final LongSupplier nanoTime;
  private final long start;

  private Deadline(Duration limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** A deadline this long from now. */
  public static Deadline after(Duration limit) {
    return after(limit, System::nanoTime);
  }

  /**
   * A deadline by another clock.
   *
   * @param nanoTime nanoseconds since any fixed moment, as {@link System#nanoTime}
   */
  public static Deadline after(Duration limit, LongSupplier nanoTime) {
    return new Deadline(limit, nanoTime);
  }

  /** How long the run may take in all. */
  public Duration limit() {
    return limit;
  }

  public Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  /** Never negative. */
  public Duration remaining() {
    Duration left = limit.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean passed() {
    return remaining().isZero();
  }

  /** The shorter of what remains and another limit. */
  Duration atMost(Duration other) {
    Duration left = remaining();
    return left.compareTo(other) < 0 ? left : other;
  }

  /** Whole milliseconds for drivers that take zero for "no limit": at least one. */
  static int millis(Duration duration) {
    return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
  }

  /** A duration as messages say it: "250 ms", "10 s", "1.5 s", "2 min". */
  public static String spoken(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis >= MILLIS_OF_A_MINUTE && millis % MILLIS_OF_A_MINUTE == 0) {
      return millis / MILLIS_OF_A_MINUTE + " min";
    }
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0).replace(".0 s", " s");
  }
}
