package dev.dbpreflight.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the progress of runs, one line each, behind what earlier runs have written. */
final class LogFile implements AutoCloseable {
  private final Path path;
  private final BufferedWriter writer;

  private LogFile(Path path, BufferedWriter writer) {
    this.path = path;
    this.writer = writer;
  }

  static LogFile open(Path path) {
    try {
      return new LogFile(path, Files.newBufferedWriter(path, CREATE, APPEND));
    } catch (IOException unwritable) {
      throw problem(path, "nothing was checked, so that no progress gets lost", unwritable);
    }
  }

  void add(String line) {
    try {
      writer.write(line + '\n');
      writer.flush();
    } catch (IOException lost) {
      throw problem(path, "the progress from here on is lost", lost);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException lost) {
      throw problem(path, "the end of the progress is lost", lost);
    }
  }

  private static ProblemException problem(Path path, String effect, IOException cause) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "cannot write the log file \"" + path + "\"",
            "option --log-file",
            effect,
            "name a file in a folder that exists and that you may write to",
            cause.toString()),
        cause);
  }
}
