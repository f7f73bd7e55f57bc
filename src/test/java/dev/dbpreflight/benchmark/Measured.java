package dev.dbpreflight.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a program.
 *
 * @param seconds from start to end
 * @param cpuSeconds in user and system mode, of the program without the database server
 * @param peakMebibytes of resident memory, seen every few milliseconds
 * @param said the standard error stream
 * @param exitCode -1 if it was stopped because its time was over
 */
record Measured(
    double seconds, double cpuSeconds, double peakMebibytes, String said, int exitCode) {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.]+)s");

  static Measured run(List<String> command, Path folder, Duration limit)
      throws IOException, InterruptedException {
    Path times = Files.createTempFile(folder, "times", ".txt");
    Path said = Files.createTempFile(folder, "said", ".txt");
    // The shell knows the exact processor time of its child, and costs a millisecond.
    List<String> line =
        new ArrayList<>(
            List.of("sh", "-c", "\"$@\"; code=$?; times >\"$0\"; exit $code", times.toString()));
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.to(said.toFile()));
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    long start = System.nanoTime();
    Process process = builder.start();
    ProcessHandle program = childOf(process);
    long peak = 0;
    while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        && System.nanoTime() - start < limit.toNanos()) {
      peak = Math.max(peak, peak(program));
    }
    boolean stopped = process.isAlive();
    if (stopped) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    }
    process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = stopped ? Double.NaN : ofChildren(Files.readString(times));
    String text = Files.readString(said, UTF_8);
    Files.delete(times);
    Files.delete(said);
    return new Measured(seconds, cpu, peak / 1024.0, text, stopped ? -1 : process.exitValue());
  }

  boolean stopped() {
    return exitCode == -1;
  }

  /**
   * The program, which the launchers of all become by themselves: looking for processes again and
   * again would take the time of a processor that the program needs.
   */
  private static ProcessHandle childOf(Process shell) throws InterruptedException {
    while (shell.isAlive()) {
      Optional<ProcessHandle> child = shell.children().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.sleep(PAUSE);
    }
    return shell.toHandle();
  }

  private static long peak(ProcessHandle process) {
    try {
      Matcher line = PEAK.matcher(Files.readString(Path.of("/proc", "" + process.pid(), "status")));
      return line.find() ? Long.parseLong(line.group(1)) : 0;
    } catch (IOException e) {
      return 0; // It has ended meanwhile.
    }
  }

  /** The second line is about the children, user time and system time: {@code 0m0.25s 0m0.03s}. */
  private static double ofChildren(String times) {
    Matcher time = MINUTES.matcher(times.lines().skip(1).findFirst().orElse(""));
    double sum = 0;
    while (time.find()) {
      sum += Integer.parseInt(time.group(1)) * 60 + Double.parseDouble(time.group(2));
    }
    return sum;
  }
}
