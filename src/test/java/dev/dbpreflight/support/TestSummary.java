package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints at the end of a run how many tests were skipped and why, and leaves for {@code
 * GoldenFilesIT} which golden files were asked about.
 */
public final class TestSummary implements TestExecutionListener {
  private static volatile TestSummary current = new TestSummary();

  private final Map<String, Integer> skipped = new TreeMap<>();
  private int failed;
  private TestPlan plan;

  /** How the tests of this JVM went so far. */
  static Outcome outcome() {
    TestSummary summary = current;
    synchronized (summary) {
      if (summary.failed > 0) {
        return Outcome.FAILED;
      }
      return summary.skipped.isEmpty() ? Outcome.COMPLETE : Outcome.SKIPPED_SOME;
    }
  }

  enum Outcome {
    COMPLETE,
    SKIPPED_SOME,
    FAILED
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
    current = this;
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    skip(test, reason);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    switch (result.getStatus()) {
      case SUCCESSFUL -> {}
      case FAILED -> failed++;
      case ABORTED ->
          skip(
              test, result.getThrowable().map(Throwable::getMessage).orElse("no reason was given"));
    }
  }

  private void skip(TestIdentifier test, String reason) {
    long tests =
        plan.getDescendants(test).stream().filter(TestIdentifier::isTest).count()
            + (test.isTest() ? 1 : 0);
    String cause = reason.replaceFirst("^Assumption failed: ", "");
    skipped.merge(cause, Math.toIntExact(Math.max(1, tests)), Integer::sum);
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan testPlan) {
    skipped.forEach((reason, tests) -> System.out.printf("skipped %d tests: %s%n", tests, reason));
    String file = System.getProperty("run.summary");
    if (file != null) {
      write(Path.of(file));
    }
  }

  private void write(Path file) {
    List<String> lines = new ArrayList<>();
    lines.add(outcome().name());
    Golden.asked().stream().map(Path::toString).sorted().forEach(lines::add);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
