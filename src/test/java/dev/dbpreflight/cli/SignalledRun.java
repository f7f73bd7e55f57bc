package dev.dbpreflight.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as a process of its own, to which signals are sent. */
final class SignalledRun implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  private SignalledRun(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * @param options for Java, such as what the launcher tells of the terminal
   */
  static SignalledRun start(Path folder, List<String> options, String... arguments)
      throws IOException {
    // What starts the tests may have it ignore signals, as shells do behind "&", and nohup.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TERM", "xterm");
    return new SignalledRun(builder.start(), out, err);
  }

  /** "INT", "TERM", "HUP". */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start().waitFor();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Fails when it does not end soon. */
  int exitCode() throws Exception {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + err());
    }
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  /** Until it has said that on stderr. */
  void awaitWords(String words) throws Exception {
    for (int attempt = 0; attempt < 600 && alive(); attempt++) {
      if (err().contains(words)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never said \"" + words + "\": " + err());
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(out);
    Files.delete(err);
  }
}
