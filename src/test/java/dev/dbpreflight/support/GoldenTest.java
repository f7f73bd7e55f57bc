package dev.dbpreflight.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path folder;

  @BeforeEach
  void onlyComparing() {
    Assumptions.assumeFalse(Boolean.getBoolean("update"), "this run writes golden files");
  }

  @Test
  void theSameTextPasses() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");

    assertThatCode(() -> Golden.check(file, "one\ntwo\n")).doesNotThrowAnyException();
  }

  @Test
  void anotherTextNamesTheLineAndTheCommand() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");

    assertThatThrownBy(() -> Golden.check(file, "one\n2\n"))
        .hasMessageContaining("differs from line 2 on")
        .hasMessageContaining("file: two\n  now:  2\n")
        .hasMessageContaining("mvn verify -Dupdate=true");
  }

  @Test
  void aMissingFileIsAFailureAndIsNotWritten() {
    Path file = folder.resolve("missing.txt");

    assertThatThrownBy(() -> Golden.check(file, "one\n"))
        .hasMessageContaining("does not exist")
        .hasMessageContaining("mvn verify -Dupdate=true");
    assertThatCode(() -> Files.readString(file)).isInstanceOf(IOException.class);
  }
}
