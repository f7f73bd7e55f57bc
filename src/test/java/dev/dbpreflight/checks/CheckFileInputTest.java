package dev.dbpreflight.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not what a check file should be. */
@Timeout(30)
class CheckFileInputTest {
  @TempDir private Path folder;

  private Problem problem(byte[] content) throws IOException {
    Files.write(folder.resolve(WrittenFile.NAME), content);
    return problem(WrittenFile.NAME);
  }

  private Problem problem(String name) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> CheckFiles.read(folder, Path.of(name), Map.of()));
    assertThat(refused).isNotNull();
    assertThat(refused.problem().what()).startsWith("cannot use the check file");
    return refused.problem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rules:§→index-invalid: error | 2 | a tab stands where only spaces can",
        "checks:§  a:§→→tables: t     | 3 | a tab stands where only spaces can",
        "tables: 1§revision: v§tables: 2 | 3 | the key \"tables\" stands here twice",
        "checks: {a: {tables: t}, a: {tables: u}} | 1 | the key \"a\" stands here twice",
        "tables: 1§---§tables: 2      | 2 | a second document begins here",
        "§# nothing§                  | 1 | it is empty",
        "---§...                      | 1 | it is empty",
        "just a word                  | 1 | it holds a text where keys and values are needed",
        "- a§- b                      | 1 | it holds a list where keys and values are needed",
        "a: [b                        | 1 | it is not valid YAML",
        "tables: \"x                  | 1 | it is not valid YAML",
        "tables: 1§ revision: v       | 2 | it is not valid YAML",
        "? [a]§: b                    | 1 | a key is not a single word",
        "tables: *none                | 1 | nothing above is marked with &none",
        "checks: &a {b: *a}           | 1 | nothing above is marked with &a",
        "%YAML 3.0§---§tables: 1      | 1 | it asks for another version of YAML",
      })
  void says(String text, int line, String what) throws IOException {
    Problem problem = problem(text.replace('§', '\n').replace('→', '\t').getBytes(UTF_8));

    assertThat(problem.what()).contains(what);
    assertThat(problem.where()).isEqualTo("shop.yaml:" + line);
  }

  @Test
  void anEmptyFile() throws IOException {
    assertThat(problem(new byte[0]).what()).contains("it is empty");
    assertThat(problem("\uFEFF".getBytes(UTF_8)).what()).contains("it is empty");
  }

  @Test
  void otherEncodings() throws IOException {
    Problem latin = problem("tables: 1\n# Grüße\n".getBytes(ISO_8859_1));
    assertThat(latin.what()).contains("it is not UTF-8");
    assertThat(latin.where()).isEqualTo("shop.yaml:2");
    assertThat(problem("tables: 1".getBytes(UTF_16)).what()).contains("it is not UTF-8");
    assertThat(problem("revision: a\0b".getBytes(UTF_8)).what()).contains("does not allow");
    // The end of a character is missing.
    assertThat(problem(new byte[] {'#', (byte) 0xC3}).what()).contains("it is not UTF-8");
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreFine() {
    assertThat(WrittenFile.read(folder, "\uFEFFtables: 3\r\nrevision: v1\r\n").tables())
        .hasValue(3);
  }

  @Test
  void anchorsRepeatWhatStandsAbove() {
    CheckFile file =
        WrittenFile.read(
            folder,
            """
            revision: &now v1
            checks:
              one: &check {tables: [t]}
              two: *check
              three: {sql: {query: select 1, expect: *now}}
            """);

    assertThat(file.checks().get(1).expectations()).isEqualTo(file.checks().get(0).expectations());
    assertThat(file.checks()).hasSize(3);
  }

  @Test
  void aBombOfRepetitionsIsRefused() throws IOException {
    StringBuilder bomb = new StringBuilder("checks:\n  a: &a {tables: [t, t, t, t, t, t, t, t]}\n");
    for (char letter = 'b'; letter <= 'z'; letter++) {
      bomb.append(
          "  %c: &%c [%s]\n"
              .formatted(letter, letter, ("*" + (char) (letter - 1) + ", ").repeat(9)));
    }
    assertThat(problem(bomb.toString().getBytes(UTF_8)).what())
        .contains("lists and keys are repeated by * more than 100 times");

    String shallow = "checks:\n  a: &a\n" + "    t: [t]\n".repeat(1) + "  b: *a\n".repeat(1);
    assertThat(problem(shallow.getBytes(UTF_8)).what()).contains("no key is called \"t\"");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(problem(("checks: " + "[".repeat(100_000)).getBytes(UTF_8)).what())
        .contains("it is nested too deeply");
    assertThat(problem(("checks: " + "{a: ".repeat(10_000)).getBytes(UTF_8)).what())
        .contains("it is nested too deeply");
  }

  @Test
  void tenThousandChecksAreReadQuickly() {
    StringBuilder text = new StringBuilder("checks:\n");
    for (int number = 0; number < 10_000; number++) {
      text.append(
          """
            check_%d:
              tables: [t%d]
              columns: {t%d.id: {type: integer, nullable: false}}
              sql: [{query: "select count(*) from t%d", expect: ">= 1"}]
          """
              .formatted(number, number, number, number));
    }
    WrittenFile.read(folder, "tables: 1");
    long start = System.nanoTime();
    assertThat(WrittenFile.read(folder, text.toString()).checks()).hasSize(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aFileOfAGigabyteIsRefusedUnread() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("huge.yaml").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertThat(problem("huge.yaml").what()).contains("it has more than the 16 MiB allowed");
  }

  @Test
  void longKeysAndValuesAreCutInMessages() throws IOException {
    String longWord = "x".repeat(1_000_000);
    assertThat(problem((longWord.substring(0, 1000) + ": 1").getBytes(UTF_8)).what())
        .hasSizeLessThan(200);
    assertThat(problem(("extends: " + longWord).getBytes(UTF_8)).what()).hasSizeLessThan(200);
    assertThat(problem(("tables: " + "9".repeat(1_000_000)).getBytes(UTF_8)).what())
        .hasSizeLessThan(200);
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("dir.yaml"));
    Files.createSymbolicLink(folder.resolve("dangling.yaml"), folder.resolve("gone"));
    assertThat(problem("dir.yaml").what()).contains("it is a directory");
    assertThat(problem("missing.yaml").what()).contains("there is no such file");
    assertThat(problem("missing.yaml").where()).isEqualTo("missing.yaml");
    assertThat(problem("dangling.yaml").what()).contains("there is no such file");
    assertThat(problem("/dev/zero").what()).contains("it is not a regular file");
  }
}
