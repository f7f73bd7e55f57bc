package dev.dbpreflight.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A program run to its end by a test. What is set here is kept for every run of it. */
public final class Command {
  private final List<String> words;
  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Path.of("").toAbsolutePath();
  private Duration limit = Duration.ofMinutes(2);
  private String input = "";

  public Command(String... words) {
    this.words = new ArrayList<>(Arrays.asList(words));
  }

  public Command in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  /**
   * @param value null takes the variable away
   */
  public Command with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Command within(Duration timeLimit) {
    limit = timeLimit;
    return this;
  }

  public Command reading(String text) {
    input = text;
    return this;
  }

  /** Runs it with these words added, and fails if it does not end in time. */
  public Result run(String... more) {
    List<String> line = new ArrayList<>(words);
    line.addAll(Arrays.asList(more));
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      try {
        return run(line, out, err);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it that many times at the same moment. */
  public List<Result> runAtOnce(int times, String... more) throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(times)) {
      List<Result> results = new ArrayList<>();
      List<Callable<Result>> work = Collections.nCopies(times, () -> run(more));
      for (Future<Result> each : workers.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    }
  }

  private Result run(List<String> line, Path out, Path err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    environment.forEach(
        (name, value) -> {
          if (value == null) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process =
        builder
            .redirectOutput(Redirect.to(out.toFile()))
            .redirectError(Redirect.to(err.toFile()))
            .start();
    try (var toProcess = process.getOutputStream()) {
      toProcess.write(input.getBytes(UTF_8));
    } catch (IOException e) {
      // It ended without reading; its exit code and messages tell more than a broken pipe.
    }
    if (!ended(process)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          "did not end within %s: %s%n%s%s"
              .formatted(limit, line, Files.readString(out), Files.readString(err)));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private boolean ended(Process process) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** How a program ended and what it said. */
  public record Result(int exitCode, String out, String err) {

    public Result {
      Planted.requireNone("stdout", out);
      Planted.requireNone("stderr", err);
    }

    /** This result, if the program ended with 0; a failure that shows its messages otherwise. */
    public Result successful() {
      if (exitCode != 0) {
        throw new AssertionError("ended with %d:%n%s%s".formatted(exitCode, err, out));
      }
      return this;
    }
  }
}
