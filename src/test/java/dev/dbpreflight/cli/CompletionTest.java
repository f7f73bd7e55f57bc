package dev.dbpreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a shell offers behind what was typed. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CompletionTest {
  @TempDir private Path folder;

  private List<String> offered(String... words) throws IOException {
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, CommandLineRun.of("generate-completion").out());
    String typed = "dbpreflight " + String.join(" ", words);
    String program =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE};"
                .formatted(script, typed, words.length, typed)
            + " _complete_dbpreflight; printf '%s\\n' \"${COMPREPLY[@]}\"";
    return new Command("bash", "-c", program).run().successful().out().lines().toList();
  }

  @Test
  void commandsAndTheirOptions() throws IOException {
    assertThat(offered("in")).containsExactly("init");
    assertThat(offered("check", "--wa")).containsExactly("--wait");
    assertThat(offered("status", "--mig")).containsExactly("--migrations");
    assertThat(offered("init", "--fo")).containsExactly("--force");
  }
}
