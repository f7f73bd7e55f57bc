package dev.dbpreflight.migrations;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the migrations of a release and reads them as their tool would. */
public final class MigrationFolder {
  private MigrationFolder() {}

  /**
   * Reads the migrations in a folder: the tool's own, or a project's that has them in a usual
   * place.
   *
   * @param shown the folder as the user wrote it, for messages
   * @param tool whose they are, where that is known from elsewhere: a history, a check file
   * @throws ProblemException when there is no such folder, or no migrations of a known tool in it
   */
  public static Migrations read(Path folder, String shown, Optional<MigrationTool> tool) {
    SourceFolder source = SourceFolder.open(folder, shown);
    List<Convention> candidates =
        Conventions.ALL.stream().filter(one -> tool.isEmpty() || one.tool() == tool.get()).toList();
    return candidates.stream()
        .filter(one -> one.owns(source))
        .findFirst()
        .map(one -> one.read(source))
        .or(() -> below(source, candidates))
        .orElseThrow(() -> nothing(shown));
  }

  /** The migrations in the usual places of a project, if it has any. */
  public static Optional<Migrations> find(Path project) {
    return below(SourceFolder.open(project, ""), Conventions.ALL);
  }

  private static Optional<Migrations> below(SourceFolder project, List<Convention> candidates) {
    for (Convention convention : candidates) {
      for (String place : convention.usualPlaces(project)) {
        Optional<Migrations> found =
            project.below(place).filter(convention::owns).map(convention::read);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static ProblemException nothing(String shown) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "cannot find migrations in \"" + shown + "\"",
            shown,
            "no file in it looks like a migration of a known tool, so nothing was checked",
            "name the folder with the files of "
                + Conventions.ALL.stream().map(one -> one.tool().title()).collect(joining(", "))));
  }
}
