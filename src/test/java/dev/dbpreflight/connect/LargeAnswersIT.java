package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large answers go ahead and are read while the server works on the next question. */
class LargeAnswersIT {
  private static final int ROWS = 20_000;

  private final Query<Long> small = numbers("small", "generate_series(1, 3) n", false);
  private final Query<Long> large = numbers("large", "generate_series(1, " + ROWS + ") n", true);
  private final Query<Long> other = numbers("other", "generate_series(5, 9) n", true);
  private Session session;

  @BeforeEach
  void open() {
    String url = Databases.newest().url("postgres");
    session =
        Connector.open(
            DatabaseUrl.parse(url, "the test"),
            new ConnectOptions(Deadline.after(Duration.ofSeconds(30))));
  }

  @AfterEach
  void close() {
    session.close();
  }

  private static Query<Long> numbers(String purpose, String from, boolean large) {
    return new Query<>(purpose, "SELECT n FROM " + from, row -> row.number("n"), large);
  }

  @Test
  void readsAllRowsOfAllAnswersWhateverTheirOrder() {
    int before = session.traffic().roundTrips();

    Answers answers = session.ask(List.of(small, large, other));

    assertThat(answers.of(small)).containsExactly(1L, 2L, 3L);
    assertThat(answers.of(large))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ROWS).boxed().toList());
    assertThat(answers.of(other)).containsExactly(5L, 6L, 7L, 8L, 9L);
    assertThat(session.traffic().roundTrips() - before).isEqualTo(3);
  }

  @Test
  void needsNoOtherQueryBesideThem() {
    assertThat(session.ask(List.of(large)).of(large)).hasSize(ROWS);
  }

  @Test
  void namesTheQueryThatFailedAndStaysUsable() {
    Query<Long> broken = numbers("quotients", "(SELECT 1 / 0 AS n) q", false);

    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> session.ask(List.of(large, broken, other)));

    assertThat(thrown.problem().what()).isEqualTo("cannot read quotients: division by zero");
    assertThat(session.ask(small)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void doesNotHideThatAnAnswerCouldNotBeRead() {
    Query<Long> unreadable =
        new Query<>("letters", "SELECT 'x' AS n", row -> Long.parseLong(row.text("n")), true);

    NumberFormatException thrown =
        catchThrowableOfType(
            NumberFormatException.class, () -> session.ask(List.of(unreadable, small)));

    assertThat(thrown).hasMessageContaining("x");
    assertThat(session.ask(small)).containsExactly(1L, 2L, 3L);
  }
}
