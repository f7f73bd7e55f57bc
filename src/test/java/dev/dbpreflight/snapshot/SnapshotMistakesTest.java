package dev.dbpreflight.snapshot;

import static dev.dbpreflight.snapshot.Json.VALID;
import static dev.dbpreflight.snapshot.Json.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What hands do to a file: each mistake is told with its place, its value and what was expected.
 */
class SnapshotMistakesTest {

  /** What is written for what, in which line that is, and what is said. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "\"type\": \"text\"",
            "\"type\": 12",
            "15:35",
            "tables[0].columns[1].type is 12, expected text",
            "write text, or take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"type\": \"text\"",
            "\"tpye\": \"text\"",
            "15:9",
            "tables[0].columns[1] has no \"type\"",
            "add it"),
        arguments(
            "\"type\": \"text\"",
            "\"type\": \"text\", \"notnul\": true",
            "15:53",
            "tables[0].columns[1] has the unknown property \"notnul\"",
            "write \"notNull\" instead"),
        arguments(
            "\"notNull\": true",
            "\"notNull\": \"yes\"",
            "14:53",
            "tables[0].columns[0].notNull is \"yes\", expected true or false",
            "write true or false, or take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"name\": \"email\", ", "", "15:9", "tables[0].columns[1] has no \"name\"", "add it"),
        arguments(
            "\"name\": \"email\", ",
            "\"name\": \"id\", ",
            "15:9",
            "tables[0].columns[1] is the column \"id\" a second time (first on line 14)",
            "remove one of the two"),
        arguments(
            "\"name\": \"email\", ",
            "\"name\": \"email\", \"position\": 1, ",
            "15:39",
            "tables[0].columns[1].position is 1, expected more than 1",
            "put the columns into the order of their positions"),
        arguments(
            "\"primary-key\"",
            "\"primary\"",
            "18:18",
            "tables[0].constraints[0].kind is \"primary\", expected \"primary-key\", \"unique\","
                + " \"foreign-key\", \"check\" or \"exclusion\"",
            "write \"primary-key\", \"unique\", \"foreign-key\", \"check\" or \"exclusion\", or"
                + " take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "[\"id\"]",
            "[\"ID\"]",
            "18:66",
            "tables[0].constraints[0].columns names the column \"ID\", which is not among the"
                + " columns",
            "write \"id\" instead"),
        arguments(
            "[\"id\"]",
            "[]",
            "18:66",
            "tables[0].constraints[0].columns is empty, expected at least one column",
            "name the columns"),
        arguments(
            "[\"id\"]",
            "[null]",
            "18:67",
            "tables[0].constraints[0].columns[0] is null, expected text",
            "write text, or take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"columns\": [\"email\"]}",
            "\"columns\": [\"email\", \"id\"]}",
            "23:74",
            "tables[0].constraints[1].references.columns has 2 columns, the foreign key has 1",
            "list as many referenced columns as the foreign key has"),
        arguments(
            "\"keys\": [\"email\",",
            "\"keys\": [\"mail\",",
            "27:45",
            "tables[0].indexes[0].keys names the column \"mail\", which is not among the columns",
            "write \"email\" instead"),
        arguments(
            "\"logs\"",
            "\"users\"",
            "30:5",
            "tables[1] is the table \"public.users\" a second time (first on line 10)",
            "remove one of the two"),
        arguments(
            "\"logs\"",
            "\"logs\", \"form\": \"partitionned\"",
            "30:50",
            "tables[1].form is \"partitionned\", expected \"ordinary\", \"partitioned\","
                + " \"foreign\" or \"virtual\"",
            "write \"ordinary\", \"partitioned\", \"foreign\" or \"virtual\", or take the snapshot"
                + " again with: dbpreflight snapshot"),
        arguments(
            "\"logs\"",
            "\"logs\", \"name\": \"log\"",
            "30:42",
            "the property \"name\" is there twice",
            "remove one of the two"),
        arguments(
            "\"logs\"}",
            "\"logs\"}, \"logs\"",
            "30:43",
            "tables[2] is \"logs\", expected an object",
            "write an object, or take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"start\": 3",
            "\"start\": 3.5",
            "7:54",
            "sequences[0].start is 3.5, expected a whole number from -9223372036854775808 to"
                + " 9223372036854775807",
            "write a whole number from -9223372036854775808 to 9223372036854775807, or take the"
                + " snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"start\": 3",
            "\"minimum\": 5, \"maximum\": 4",
            "7:56",
            "sequences[0].minimum is 5, above the maximum 4",
            "correct one of the two"),
        arguments(
            "\"major\": 17",
            "\"major\": 99999999999",
            "5:30",
            "serverVersion.major is 99999999999, expected a whole number from -2147483648 to"
                + " 2147483647",
            "write a whole number from -2147483648 to 2147483647, or take the snapshot again with:"
                + " dbpreflight snapshot"),
        arguments(
            "\"postgresql\"",
            "\"postgres\"",
            "4:13",
            "engine is \"postgres\", expected \"postgresql\" or \"sqlite\"",
            "write \"postgresql\" or \"sqlite\", or take the snapshot again with: dbpreflight"
                + " snapshot"),
        arguments("  \"engine\": \"postgresql\",\n", "", "1:1", "it has no \"engine\"", "add it"),
        arguments(
            "\"format\": 1",
            "\"format\": 2",
            "2:13",
            "it was written by a newer dbpreflight: format 2, this one reads up to 1",
            "install the newest dbpreflight, or take the snapshot again with: dbpreflight"
                + " snapshot"),
        arguments(
            "\"format\": 1",
            "\"format\": 0",
            "2:13",
            "format is 0, expected 1 to 1",
            "take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"sequences\"",
            "\"sequence\"",
            "6:3",
            "it has the unknown property \"sequence\"",
            "write \"sequences\" instead"),
        arguments(
            "\"sequences\"",
            "\"tables\": [], \"sequences\"",
            "9:3",
            "the property \"tables\" is there twice",
            "remove one of the two"),
        arguments(
            "\"sequences\"",
            "\"views\": {}, \"sequences\"",
            "6:12",
            "views is {}, expected an array",
            "write an array, or take the snapshot again with: dbpreflight snapshot"),
        arguments(
            "\"sequences\"",
            "\"fingerprint\": \"sha256:00\", \"sequences\"",
            "6:18",
            "fingerprint does not match the objects: the file was edited by hand or merged",
            "take the snapshot again with: dbpreflight snapshot; or, if the edit is meant, set"
                + " \"fingerprint\" to"
                + " \"sha256:2d7437f36f9c4d9e7b92fc71c4d28d4b4a446d6fa62f36d608bd41c1b2d461a8\""),
        arguments(
            "\n}\n",
            "\n}\n{}",
            "33:1",
            "it goes on after its end",
            "remove what follows the last \"}\""),
        arguments(
            "  \"tables\"",
            "<<<<<<< HEAD\n  \"tables\"",
            "9:1",
            "it is not JSON",
            "resolve the marks of a merge conflict if there are any, else take the snapshot again"
                + " with: dbpreflight snapshot"));
  }

  private static Arguments arguments(
      String from, String to, String where, String what, String next) {
    return Arguments.of(from, to, where, what, next);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereAMistakeIsAndWhatWasExpected(
      String from, String to, String where, String what, String next) {
    int at = VALID.indexOf(from);
    String json = VALID.substring(0, at) + to + VALID.substring(at + from.length());

    Problem problem = problem(json);

    assertThat(problem.what()).isEqualTo("cannot read the snapshot \"v1.json\": " + what);
    assertThat(problem.where()).isEqualTo("v1.json:" + where);
    assertThat(problem.next()).isEqualTo(next);
    assertThat(problem.why())
        .isEqualTo(
            "without this snapshot nobody knows the expected schema, so nothing was compared");
  }
}
