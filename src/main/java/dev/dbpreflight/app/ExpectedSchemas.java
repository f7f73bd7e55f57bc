package dev.dbpreflight.app;

import dev.dbpreflight.history.History;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Evidence.Expected;
import dev.dbpreflight.snapshot.Snapshot;
import dev.dbpreflight.snapshot.SnapshotFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds and reads the snapshots that a target is held against. */
final class ExpectedSchemas {
  private static final String SUFFIX = ".json";

  /** A URL, whose scheme is longer than the letter of a drive, or keywords as libpq takes them. */
  private static final Pattern DATABASE =
      Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*|\\s*[a-z_]+\\s*=.*");

  private final Surroundings surroundings;

  ExpectedSchemas(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Expected read(Path file) {
    surroundings.progress().begins("reading the snapshot", file.toString());
    Snapshot snapshot = SnapshotFile.read(surroundings.folder().resolve(file));
    return new Expected(snapshot.schema(), snapshot.revision(), file.toString());
  }

  /** The snapshot of the one revision that a history records, where the folder has it. */
  Optional<Expected> recorded(CheckRequest request, List<History> histories) {
    Optional<Path> folder =
        request.snapshots().or(() -> request.expect().map(file -> file.resolveSibling("")));
    return folder.flatMap(
        place ->
            histories.stream()
                .filter(history -> history.revisions().size() == 1)
                .map(history -> history.revisions().get(0))
                .flatMap(revision -> snapshotOf(revision, place).stream())
                .filter(file -> Files.isRegularFile(surroundings.folder().resolve(file)))
                .findFirst()
                .map(this::read));
  }

  /** A revision comes from the database: it must not lead out of the folder. */
  private static Optional<Path> snapshotOf(String revision, Path folder) {
    if (revision.contains("/") || revision.contains("\\")) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(revision + SUFFIX));
    } catch (InvalidPathException noFileName) {
      return Optional.empty();
    }
  }

  /**
   * Whether a snapshot is meant and not a database: told by the name, or by the first character
   * that is not white space.
   */
  boolean isSnapshot(String place) {
    boolean named = place.endsWith(SUFFIX);
    try {
      Path file = surroundings.folder().resolve(place);
      return Files.isRegularFile(file)
          ? named || beginsAsJson(file)
          : named && !DATABASE.matcher(place).matches();
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private static boolean beginsAsJson(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(64), StandardCharsets.UTF_8)
          .stripLeading()
          .startsWith("{");
    } catch (IOException unreadable) {
      return false;
    }
  }

  void requireSameEngine(Expected expected, Look look) {
    if (expected.schema().engine() != look.schema().engine()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot hold a database of %s against a snapshot of %s"
                  .formatted(look.schema().engine().title(), expected.schema().engine().title()),
              expected.source() + " and " + look.url().place(),
              "the two engines have different objects and types, so nothing was compared",
              "name a snapshot that was taken of " + look.schema().engine().title()));
    }
  }
}
