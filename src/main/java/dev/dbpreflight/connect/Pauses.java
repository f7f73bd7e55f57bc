package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How time passes between attempts; a test lets it pass at once. */
public interface Pauses {

  /** The time of the machine. */
  Pauses REAL =
      new Pauses() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public double chance() {
          return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
          Thread.sleep(length);
        }
      };

  /** Nanoseconds since any fixed moment, as {@link System#nanoTime}. */
  long nanoTime();

  /** From 0 to 1, another one each time. */
  double chance();

  void pause(Duration length) throws InterruptedException;
}
