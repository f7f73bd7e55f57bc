package dev.dbpreflight.app;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.MigrationFolder;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the migration files that a release brings. */
final class ReleaseFiles {
  private final Surroundings surroundings;

  ReleaseFiles(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The files as the tool reads them that they look most like.
   *
   * @throws ProblemException when there is no such folder, or nothing known in it
   */
  Migrations read(Path folder) {
    surroundings.progress().begins("reading the migrations in", folder.toString());
    return read(folder, Optional.empty());
  }

  /** The same, read beside whatever the caller does meanwhile; {@link #finished} has them then. */
  CompletableFuture<Migrations> beginReading(Path folder) {
    surroundings.progress().begins("reading the migrations in", folder.toString());
    return CompletableFuture.supplyAsync(() -> read(folder, Optional.empty()));
  }

  /**
   * Waits until the files are read.
   *
   * @throws ProblemException as {@link #read(Path)}
   */
  static Migrations finished(CompletableFuture<Migrations> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ProblemException problem ? problem : e;
    }
  }

  /**
   * The files in the usual places of the current folder, for somebody who named none: which were
   * taken, or why none could be, is told.
   */
  Optional<Migrations> find() {
    Progress progress = surroundings.progress();
    try {
      Optional<Migrations> found = MigrationFolder.find(surroundings.folder());
      found.ifPresent(
          migrations ->
              progress.remarks(
                  "took the migrations of %s in \"%s\" for the release's; --migrations= leaves them out"
                      .formatted(migrations.tool().title(), migrations.folder())));
      return found;
    } catch (ProblemException unclear) {
      progress.remarks(unclear.problem().what() + "; " + unclear.problem().next());
      return Optional.empty();
    }
  }

  /**
   * The same folder as a tool reads it that the target has a history of, where one of these can:
   * several tools name their files alike.
   */
  Migrations like(List<History> histories, Migrations found, Path folder) {
    List<MigrationTool> tools =
        histories.stream()
            .flatMap(history -> history.tool().possible().stream())
            .distinct()
            .toList();
    if (tools.isEmpty() || tools.contains(found.tool())) {
      return found;
    }
    for (MigrationTool tool : tools) {
      try {
        return read(folder, Optional.of(tool));
      } catch (ProblemException notItsFiles) {
        // The next one, or the first opinion: the history is then another application's.
        continue;
      }
    }
    return found;
  }

  private Migrations read(Path folder, Optional<MigrationTool> tool) {
    return MigrationFolder.read(surroundings.folder().resolve(folder), folder.toString(), tool);
  }
}
