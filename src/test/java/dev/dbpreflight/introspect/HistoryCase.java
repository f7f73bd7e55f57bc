package dev.dbpreflight.introspect;

import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One database with histories, as a text: its name, what a reader should find as comments, and the
 * SQL that makes it.
 */
record HistoryCase(String name, String text) {
  private static final Path FOLDER = Path.of("src/test/resources/histories");

  /** All cases of an engine: made by hand from the tools' DDL, and recorded from the real tools. */
  static List<HistoryCase> of(String engine) {
    return Stream.of(
            FOLDER.resolve(engine + ".sql"),
            FOLDER.resolve("troubles." + engine + ".sql"),
            FOLDER.resolve("recorded").resolve(engine))
        .flatMap(HistoryCase::files)
        .sorted()
        .flatMap(HistoryCase::cases)
        .toList();
  }

  private static Stream<Path> files(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<HistoryCase> cases(Path file) {
    try {
      return Arrays.stream(Files.readString(file).split("-- case "))
          .skip(1)
          .map(text -> new HistoryCase(text.lines().findFirst().orElseThrow(), "-- " + text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> expected() {
    return text.lines()
        .filter(line -> line.matches("-- (expect|applied|trouble|lock) .*"))
        .map(line -> line.substring("-- ".length()))
        .toList();
  }

  /** What was found, in the words of {@link #expected()}; "applied" only where it is asked for. */
  List<String> found(List<History> histories) {
    boolean withApplied = text.contains("\n-- applied ");
    return histories.stream().flatMap(history -> lines(history, withApplied)).toList();
  }

  private static Stream<String> lines(History history, boolean withApplied) {
    return Stream.of(
            Stream.of(line(history)),
            history.applied().stream().filter(one -> withApplied).map(HistoryCase::line),
            history.troubles().stream().map(HistoryCase::line),
            history.locks().stream().map(HistoryCase::line))
        .flatMap(lines -> lines);
  }

  private static String line(History history) {
    return "expect %s %s %s %s %d"
        .formatted(
            history.tool().title(),
            history.table(),
            history.companions(),
            String.join(", ", history.revisions()),
            history.applied().size());
  }

  private static String line(AppliedMigration one) {
    String checksum = one.checksum().isEmpty() ? "" : " checksum " + one.checksum();
    return "applied " + one.id() + checksum + (one.origin() == Origin.RECORDED ? " recorded" : "");
  }

  private static String line(Trouble trouble) {
    String detail = trouble.detail().isEmpty() ? "" : ": " + trouble.detail();
    return "trouble " + trouble.kind() + " " + trouble.migration() + detail;
  }

  private static String line(MigrationLock lock) {
    return ("lock " + lock.kind() + " " + lock.holder()).stripTrailing();
  }
}
