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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and reads the snapshots that a target is held against. */
final class ExpectedSchemas {
  private static final String SUFFIX = ".json";

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
                .filter(ExpectedSchemas::isFileName)
                .map(revision -> place.resolve(revision + SUFFIX))
                .filter(file -> Files.isRegularFile(surroundings.folder().resolve(file)))
                .findFirst()
                .map(this::read));
  }

  /** A revision comes from the database: it must not lead out of the folder. */
  private static boolean isFileName(String revision) {
    return !revision.contains("/") && !revision.contains("\\") && revision.indexOf('\0') < 0;
  }

  /** Told by the name, or by the first character that is not white space. */
  static boolean isSnapshot(Path file) {
    if (file.toString().endsWith(SUFFIX)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(64), java.nio.charset.StandardCharsets.UTF_8)
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
