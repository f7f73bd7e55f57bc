package dev.dbpreflight.migrations;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the migrations of a release and reads them as their tool would. */
public final class MigrationFolder {
  private static final String NOT_CHECKED =
      "nobody can say what the release brings, so nothing was checked";

  private MigrationFolder() {}

  /**
   * Reads the migrations in a folder: the tool's own, or a project's that has them in a usual
   * place.
   *
   * @param shown the folder as the user wrote it, for messages
   * @param tool whose they are, where that is known from elsewhere: a history, a check file
   * @throws ProblemException when there is no such folder, no migrations of a known tool in it, or
   *     those of several
   */
  public static Migrations read(Path folder, String shown, Optional<MigrationTool> tool) {
    SourceFolder source = SourceFolder.open(folder, shown);
    return tool.map(known -> known(source, known).orElseThrow(() -> noneOf(known, source)))
        .or(() -> unknown(source, true))
        .orElseThrow(() -> nothing(shown));
  }

  /**
   * The migrations in the usual places of a project, if it has any.
   *
   * @throws ProblemException when it has those of several tools
   */
  public static Optional<Migrations> find(Path project) {
    return unknown(SourceFolder.open(project, ""), false);
  }

  /** The tool is known: whatever it could read is taken. */
  private static Optional<Migrations> known(SourceFolder source, MigrationTool tool) {
    List<Convention> candidates =
        Conventions.ALL.stream().filter(one -> tool.possible().contains(one.tool())).toList();
    return Stream.of(
            itself(source, candidates, one -> one.owns(source)),
            candidates.stream().flatMap(one -> inUsualPlaces(one, source, true)),
            itself(source, candidates, one -> one.fits(source)))
        .flatMap(each -> each)
        .findFirst()
        .map(Found::read);
  }

  private static Stream<Found> itself(
      SourceFolder source, List<Convention> candidates, Predicate<Convention> which) {
    return candidates.stream().filter(which).map(one -> new Found(one, source));
  }

  /** Numbered files are what is left when no tool claims them. */
  private static Optional<Migrations> unknown(SourceFolder source, boolean alsoItself) {
    for (boolean anyTool : List.of(true, false)) {
      List<Convention> candidates =
          Conventions.ALL.stream()
              .filter(one -> anyTool == (one.tool() != MigrationTool.NUMBERED_SQL))
              .toList();
      Optional<Found> found =
          itself(source, candidates, one -> alsoItself && one.owns(source))
              .findFirst()
              .or(() -> only(source, candidates));
      if (found.isPresent()) {
        return found.map(Found::read);
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> only(SourceFolder project, List<Convention> candidates) {
    List<Found> all = new ArrayList<>();
    for (Convention candidate : candidates) {
      inUsualPlaces(candidate, project, false)
          .filter(one -> all.stream().noneMatch(one::isSamePlace))
          .findFirst()
          .ifPresent(all::add);
    }
    if (all.size() > 1) {
      throw several(project, all);
    }
    return all.stream().findFirst();
  }

  private static Stream<Found> inUsualPlaces(
      Convention convention, SourceFolder project, boolean known) {
    return convention.usualPlaces(project).stream()
        .flatMap(place -> project.below(place).stream())
        .filter(folder -> known ? convention.fits(folder) : convention.owns(folder))
        .map(folder -> new Found(convention, folder));
  }

  private static ProblemException several(SourceFolder project, List<Found> all) {
    return problem(
        "cannot choose between the migrations of "
            + all.stream().map(Found::described).collect(joining(" and ")),
        project.shown().isEmpty() ? "the folder of the project" : project.shown(),
        "name one of the folders: --migrations " + all.getFirst().folder().shown());
  }

  private static ProblemException noneOf(MigrationTool tool, SourceFolder source) {
    String looksLike =
        Conventions.ALL.stream()
            .filter(one -> one.owns(source))
            .map(one -> ", but files that look like those of " + one.tool().title())
            .findFirst()
            .orElse("");
    boolean readable =
        Conventions.ALL.stream().anyMatch(one -> tool.possible().contains(one.tool()));
    return problem(
        "cannot find migrations of " + tool.title() + " in \"" + source.shown() + "\"" + looksLike,
        source.shown(),
        readable
            ? "name the folder with the files of " + tool.title()
            : "leave --migrations out: files of " + tool.title() + " cannot be read yet");
  }

  private static ProblemException nothing(String shown) {
    return problem(
        "cannot find migrations in \"" + shown + "\"",
        shown,
        "name the folder with the files of "
            + Conventions.ALL.stream().map(one -> one.tool().title()).collect(joining(", ")));
  }

  private static ProblemException problem(String what, String where, String next) {
    return new ProblemException(ExitCode.USAGE, new Problem(what, where, NOT_CHECKED, next));
  }

  /** Migrations in their place. */
  private record Found(Convention convention, SourceFolder folder) {

    boolean isSamePlace(Found other) {
      return folder.isSame(other.folder);
    }

    String described() {
      return convention.tool().title() + " in \"" + folder.shown() + "\"";
    }

    Migrations read() {
      return convention.read(folder.afresh());
    }
  }
}
