package dev.dbpreflight.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An application in a process of its own that has a SQLite file open: locks between connections of
 * one process would prove nothing. It runs its statements, says that it is ready and waits.
 */
public final class Application implements AutoCloseable {
  private final Process process;

  private Application(Process process) {
    this.process = process;
  }

  /** Starts the application; returns when it has run its statements. */
  public static Application on(Path file, String... statements) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Application.class.getName());
    command.add(file.toString());
    command.addAll(List.of(statements));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (process.getInputStream().read() != '.') {
      throw new IOException("the application did not start");
    }
    return new Application(process);
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it with no chance to clean up. */
  public void crash() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** Runs one more statement in it. */
  public void run(String statement) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(statement).append('\n').flush();
    if (process.getInputStream().read() != '.') {
      throw new IOException("the application did not run: " + statement);
    }
  }

  /** Lets it close its connection and end. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      for (int at = 1; at < arguments.length; at++) {
        statement.execute(arguments[at]);
      }
      System.out.write('.');
      System.out.flush();
      var input =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        statement.execute(line);
        System.out.write('.');
        System.out.flush();
      }
    }
  }
}
