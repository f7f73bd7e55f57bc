package dev.dbpreflight.app;

import dev.dbpreflight.report.Report;
import dev.dbpreflight.rules.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  /** Gives one scene after the other: fresh, incomplete, populated. */
  public void run(Consumer<Scene> audience) {
    try {
      Path folder = Files.createTempDirectory("dbpreflight-demo-");
      try {
        prepare(folder);
        for (String name : List.of("fresh.db", "incomplete.db", "populated.db")) {
          audience.accept(play(folder, name));
        }
      } finally {
        remove(folder);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void prepare(Path folder) throws IOException {
    make(folder.resolve("release.db"), script("shop.sql"));
    new TakeSnapshot(surroundings)
        .take(to(folder.resolve("release.db")), Optional.of("v1_4_0"))
        .writeTo(folder.resolve(RELEASE));
    make(folder.resolve("fresh.db"), "VACUUM");
    make(folder.resolve("incomplete.db"), script("history.sql"));
    make(folder.resolve("populated.db"), script("shop.sql"));
    make(folder.resolve("populated.db"), "ALTER TABLE shops DROP COLUMN opened_on");
  }

  private Scene play(Path folder, String name) {
    CheckRequest request =
        new CheckRequest(
            to(folder.resolve(name)),
            Profile.BEFORE_DEPLOY,
            Optional.of(folder.resolve(RELEASE)),
            Optional.empty());
    Report report = new CheckTarget(surroundings).check(request);
    return new Scene("dbpreflight check " + name + " --expect " + RELEASE, report);
  }

  private static dev.dbpreflight.app.Connection to(Path file) {
    return dev.dbpreflight.app.Connection.to(file.toString());
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
