package dev.dbpreflight.app;

import dev.dbpreflight.snapshot.FileReplacement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes reports to files. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Whole or not at all, never through a link.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the file cannot be written
   */
  public static void write(Path file, String text) {
    FileReplacement.replace(
        file, "report", stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
