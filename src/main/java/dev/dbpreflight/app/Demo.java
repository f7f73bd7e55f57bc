package dev.dbpreflight.app;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Shows the gate on three shop databases of its own, made for the occasion and removed afterwards.
 */
public final class Demo {
  private static final String RELEASE = "v1_4_0.json";

  private final Surroundings surroundings;

  /**
   * One check of the demonstration.
   *
   * @param command what a user would have typed
   * @param report what a user would have got
   */
  public record Scene(String command, Report report) {}

  public Demo(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Gives one scene after the other: fresh, incomplete, populated.
   *
   * @throws ProblemException when there is no place for the databases
   */
  public void run(Consumer<Scene> audience) {
    try {
      Path folder = Files.createTempDirectory("dbpreflight-demo-");
      try {
        Surroundings inside = surroundings.in(folder);
        prepare(inside);
        for (String name : List.of("fresh.db", "incomplete.db", "populated.db")) {
          audience.accept(play(inside, name));
        }
      } finally {
        remove(folder);
      }
    } catch (IOException unwritable) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot make the databases of the demonstration",
              "the folder for temporary files",
              "there is nothing to show the gate on",
              "make room there, or name another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
              unwritable.toString()),
          unwritable);
    }
  }

  private static void prepare(Surroundings place) throws IOException {
    Path folder = place.folder();
    make(folder.resolve("release.db"), script("shop.sql"));
    new TakeSnapshot(place)
        .take(dev.dbpreflight.app.Connection.to("release.db"), Optional.of("v1_4_0"))
        .writeTo(folder.resolve(RELEASE));
    make(folder.resolve("fresh.db"), "VACUUM");
    make(folder.resolve("incomplete.db"), script("history.sql"));
    make(folder.resolve("populated.db"), script("shop.sql"));
    make(folder.resolve("populated.db"), "ALTER TABLE shops DROP COLUMN opened_on");
  }

  /** With paths as they would have been typed in that folder. */
  private static Scene play(Surroundings place, String name) {
    CheckRequest request =
        new CheckRequest(
            dev.dbpreflight.app.Connection.to(name),
            CheckFiles.shipped("before-deploy").profile(),
            Optional.of(Path.of(RELEASE)),
            Optional.empty(),
            Optional.empty(),
            "");
    Report report = new CheckTarget(place).check(request);
    return new Scene("dbpreflight check " + name + " --expect " + RELEASE, report);
  }

  private static String script(String name) throws IOException {
    try (InputStream resource = Demo.class.getResourceAsStream("demo/" + name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void make(Path file, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException("the demonstration's own database", broken);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
