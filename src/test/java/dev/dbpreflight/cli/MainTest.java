package dev.dbpreflight.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class MainTest {
  private static final String JAVA =
      "\"%s\" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp \"%s\" %s"
          .formatted(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                  .map(entry -> Path.of(entry).toAbsolutePath().toString())
                  .collect(joining(File.pathSeparator)),
              Main.class.getName());

  @TempDir private Path folder;

  @BeforeAll
  static void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
  }

  private Command.Result shell(String script) {
    return new Command("/bin/sh", "-c", script.replace("dbpreflight", JAVA)).in(folder).run();
  }

  @Test
  void itsExitCodeIsTheProcesss() {
    Command.Result refused = shell("dbpreflight check --profile x");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).startsWith("error: no profile is called \"x\"\n");
  }

  /** The code of the program itself, not that of the pipe. */
  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() {
    Databases.sqliteRun(folder.resolve("app.db"), manyTables());
    Command.Result piped = shell("{ dbpreflight snapshot app.db; echo code $? >&2; } | head -n 1");

    assertThat(piped.out()).isEqualTo("{\n");
    assertThat(piped.err()).isEqualTo("code 0\n");
  }

  private static String manyTables() {
    StringBuilder script = new StringBuilder();
    for (int number = 0; number < 2000; number++) {
      script.append("CREATE TABLE a_table_with_number_").append(number).append(" (id INTEGER);\n");
    }
    return script.toString();
  }

  @Test
  void anOutputThatIsLostIsAProblem() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
    Command.Result lost = shell("dbpreflight check missing.db > /dev/full");

    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.err()).startsWith("error: cannot write all of the output: ");
    assertThat(shell("dbpreflight --help > /dev/full").exitCode()).isEqualTo(2);
  }

  @Test
  void aClosedOutputIsAProblemToo() {
    Command.Result lost = shell("dbpreflight check missing.db >&-");

    assertThat(lost.exitCode()).isEqualTo(2);
    assertThat(lost.err()).doesNotContain("Exception", "\tat ");
  }

  /** As in a container whose folder for temporary files is read-only or may not run programs. */
  @Test
  void aLibraryThatCannotBeLoadedIsToldWithTheRemedy() {
    Databases.sqliteRun(folder.resolve("app.db"), "VACUUM");

    Command.Result run =
        shell("JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/no/such/folder dbpreflight check app.db");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .contains("the library of SQLite cannot be loaded", "-Djava.io.tmpdir=FOLDER");
  }

  @Test
  void namesArriveAsTheyAreWhateverTheLocale() {
    Databases.sqliteRun(folder.resolve("app.db"), "CREATE TABLE \"\u00fcn\u00ef\ud83d\ude00\" (a)");

    Command.Result run = shell("LC_ALL=C dbpreflight check app.db");

    assertThat(run.out())
        .contains("table \"\u00fcn\u00ef\ud83d\ude00\" has no primary key")
        .startsWith("FAIL")
        .contains("\nDatabase has existing application tables\n");
  }

  @Test
  void pathsThatTheLocaleCannotHoldAreRefusedInWords() {
    for (String arguments :
        new String[] {
          "check \u00fc.db",
          "diff \u00fc.json \u00fc.db",
          "check app.db --expect \u00fc.json",
          "check app.db --report json=\u00fc.json",
          "snapshot app.db -o \u00fc.json"
        }) {
      Command.Result run = shell("LC_ALL=C dbpreflight " + arguments);

      assertThat(run.exitCode()).as(arguments).isEqualTo(2);
      assertThat(run.err()).as(arguments).contains("set a UTF-8 locale");
    }
  }
}
