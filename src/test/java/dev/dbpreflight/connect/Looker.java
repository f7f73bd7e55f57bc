package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Looks at SQLite files in a folder and makes sure that nothing in the folder is different after
 * it.
 */
record Looker(Path folder) {
  static final String TABLE = "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)";
  static final String THREE_ROWS = "INSERT INTO item (name) VALUES ('a'), ('b'), ('c')";
  static final Query<Long> COUNT =
      new Query<>("items", "SELECT count(*) AS n FROM item", row -> row.number("n"));
  static final Query<String> TABLES =
      new Query<>("tables", "SELECT name FROM sqlite_schema", row -> row.text("name"));

  static Session open(Path file) {
    return open(file, Duration.ofSeconds(20));
  }

  static Session open(Path file, Duration timeout) {
    return Connector.open(
        DatabaseUrl.parse(file.toString(), "the test"),
        new ConnectOptions(Deadline.after(timeout)));
  }

  /** What a look at the file says, after which nothing in the folder must be different. */
  <T> List<T> look(Path file, Query<T> query) {
    Footprint before = Footprint.of(folder);
    List<T> answer;
    try (Session session = open(file)) {
      answer = session.ask(query);
      assertThat(Footprint.of(folder)).as("while open").isEqualTo(before);
    }
    assertThat(Footprint.of(folder)).as("after closing").isEqualTo(before);
    return answer;
  }

  ProblemException problem(Path file) {
    Footprint before = Footprint.of(folder);
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> {
              try (Session session = open(file, Duration.ofSeconds(2))) {
                session.ask(TABLES);
              }
            });
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem().where()).isEqualTo(file + "  (from the test)");
    assertThat(Footprint.of(folder)).isEqualTo(before);
    return thrown;
  }
}
