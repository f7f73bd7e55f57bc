package dev.dbpreflight.snapshot;

import static dev.dbpreflight.snapshot.Json.VALID;
import static dev.dbpreflight.snapshot.Json.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {

  @Test
  void acceptsTheFileThatTheMistakesAreMadeIn() {
    assertThat(Json.read(VALID).schema().objects()).hasSize(3);
  }

  @Test
  void saysOfEveryFileThatIsCutOffThatItEndsInTheMiddle() {
    for (int length = 1; length < VALID.length() - 2; length++) {
      Problem problem = problem(VALID.substring(0, length));
      assertThat(problem.what())
          .as(VALID.substring(0, length))
          .isEqualTo("cannot read the snapshot \"v1.json\": it ends in the middle, it was cut off");
    }
  }

  @Test
  void saysOfOtherFilesThatTheyAreNoSnapshots() {
    assertThat(problem("").what()).endsWith(": it is empty");
    assertThat(problem(" \n").what()).endsWith(": it is empty");
    assertThat(problem("[]").what()).endsWith(": it is JSON, but no snapshot");
    assertThat(problem("{}").what()).endsWith(": it has no \"format\", so it is no snapshot");
    assertThat(problem("{\"name\": \"left-pad\"}").what())
        .endsWith(": it is JSON, but no snapshot: it begins with \"name\"");
    assertThat(problem("CREATE TABLE users();").what()).endsWith(": it is not JSON");
    assertThat(problem("{\"tool\": 'x'}").what()).endsWith(": it is not JSON");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin = VALID.replace("17.2\"", "17.2 ä\"").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(problem(latin).what()).endsWith(": it is not UTF-8 text");
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLineEnds() {
    assertThat(Json.read("\ufeff" + VALID.replace("\n", "\r\n"))).isEqualTo(Json.read(VALID));
  }

  @Test
  void acceptsAnyOrderOfMembersAndObjects() {
    String sorted =
        """
        {
          "views": [{"name": "b", "schema": "public"}, {"schema": "public", "name": "a"}],
          "tool": "dbpreflight 0.1.0",
          "serverVersion": {"text": "17.2", "minor": 2, "major": 17},
          "enums": [{"labels": ["x"], "name": "e"}],
          "engine": "postgresql",
          "format": 1
        }
        """;

    Snapshot snapshot = Json.read(sorted);

    assertThat(snapshot.schema().engine()).isEqualTo(Engine.POSTGRESQL);
    assertThat(snapshot.schema().objects())
        .extracting(object -> object.name().toString())
        .containsExactly("e", "public.a", "public.b");
  }

  @Test
  void acceptsADefaultThatIsWrittenOut() {
    String written =
        VALID.replace(
            "\"type\": \"text\"", "\"type\": \"text\", \"notNull\": false, \"grants\": []");

    assertThat(Json.read(written)).isEqualTo(Json.read(VALID));
  }

  @Test
  void boundsNesting() {
    String deep = VALID.replace("\"email\", {", "[".repeat(100_000) + "{");

    assertThat(problem(deep).what())
        .endsWith(": it is nested deeper or has longer texts than any snapshot");
  }

  @Test
  void boundsWhatIsInMemoryAtOnce() {
    String many = "\"x\",".repeat(2_000_000) + "\"x\"";
    String wide = VALID.replace("[\"id\"]", "[" + many + "]");
    String headless = VALID.replace("\"engine\"", "\"views\": [" + many + "], \"engine\"");

    assertThat(problem(wide).what())
        .endsWith(": it holds more values in one object than any snapshot");
    assertThat(problem(headless).what())
        .endsWith(": it holds more values in one object than any snapshot");
  }

  @Test
  void showsNoMoreThanTheBeginningOfALongValue() {
    String name = "x".repeat(1_000_000);

    assertThat(problem(VALID.replace("[\"id\"]", "[\"" + name + "\"]")).what())
        .hasSizeLessThan(300)
        .contains("xxx…\"");
    assertThat(problem(VALID.replace("\"notNull\": true", "\"notNull\": \"" + name + '"')).what())
        .hasSizeLessThan(300)
        .contains("xxx…");
  }

  @Test
  void showsNothingThatATerminalWouldObey() {
    String json = VALID.replace("\"notNull\"", "\"\\u001b[2J\\u202e\"");

    assertThat(problem(json).what())
        .endsWith("columns[0] has the unknown property \"\\u001b[2J\\u202e\"");
  }
}
