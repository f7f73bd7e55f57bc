package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final Deadline deadline = Deadline.after(Duration.ofSeconds(10), clock::get);

  private void wait(Duration duration) {
    clock.addAndGet(duration.toNanos());
  }

  @Test
  void saysWhatIsLeftAlsoWhenTheClockOverflows() {
    wait(Duration.ofSeconds(4));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
    assertThat(deadline.elapsed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(deadline.passed()).isFalse();
    assertThat(deadline.atMost(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    assertThat(deadline.atMost(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void leavesNothingWhenItHasPassed() {
    wait(Duration.ofMinutes(1));
    assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
    assertThat(deadline.passed()).isTrue();
    assertThat(Deadline.millis(deadline.remaining())).isEqualTo(1);
  }

  @Test
  void speaksOfDurationsAsPeopleDo() {
    assertThat(Deadline.spoken(Duration.ofMillis(250))).isEqualTo("250 ms");
    assertThat(Deadline.spoken(Duration.ofSeconds(10))).isEqualTo("10 s");
    assertThat(Deadline.spoken(Duration.ofMillis(1540))).isEqualTo("1.5 s");
    assertThat(Deadline.spoken(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Deadline.spoken(Duration.ofMinutes(2))).isEqualTo("2 min");
  }
}
