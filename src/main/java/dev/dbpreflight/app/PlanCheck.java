package dev.dbpreflight.app;

import dev.dbpreflight.app.CheckRequest.Named;
import dev.dbpreflight.checks.CheckFile;
import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.checks.NamedCheck;
import dev.dbpreflight.checks.ProfileWords;
import dev.dbpreflight.checks.Words;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Makes of a command line and a check file what is to be done; the command line counts more. */
public final class PlanCheck {
  /** The file that is read where none is named and this one is there. */
  public static final String STANDARD_FILE = "dbpreflight.yaml";

  private final Surroundings surroundings;

  /**
   * What the command line says.
   *
   * @param file check file
   * @param only names of the checks that alone are run; empty to run by profile
   * @param all every named check, whatever profile it is for
   */
  public record Options(
      Connection connection,
      ProfileWords profile,
      Optional<Path> file,
      List<String> only,
      boolean all,
      Optional<Path> expect,
      Optional<Path> snapshots,
      Optional<Path> migrations,
      String revision,
      Optional<String> migratingRole) {}

  public PlanCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads the check file, if there is one.
   *
   * @throws ProblemException when a word or the file is wrong
   */
  public CheckRequest plan(Options options) {
    Optional<CheckFile> file = file(options);
    Profile profile =
        file.map(found -> options.profile().on(found.profile()))
            .orElseGet(() -> options.profile().profile());
    return new CheckRequest(
        options.connection(),
        profile,
        options.expect(),
        options.snapshots().or(() -> file.flatMap(CheckFile::snapshots)),
        options.migrations().or(() -> file.flatMap(CheckFile::migrations)),
        options.revision().isEmpty()
            ? file.flatMap(CheckFile::revision).orElse("")
            : options.revision(),
        file.map(CheckFile::tables).orElse(OptionalInt.empty()),
        file.map(CheckFile::storage).orElse(OptionalLong.empty()),
        file.flatMap(CheckFile::backup),
        options.migratingRole().or(() -> file.flatMap(CheckFile::migratingRole)),
        named(options, file, profile),
        file.map(CheckFile::waivers).orElse(List.of()));
  }

  private Optional<CheckFile> file(Options options) {
    Path standard = Path.of(STANDARD_FILE);
    Optional<Path> path = options.file();
    if (path.isEmpty() && Files.isRegularFile(surroundings.folder().resolve(standard))) {
      surroundings.progress().remarks("checks are read from " + STANDARD_FILE);
      path = Optional.of(standard);
    }
    return path.map(
        found ->
            CheckFiles.read(
                surroundings.folder(),
                found,
                surroundings.environment(),
                options.profile().name()));
  }

  private static Named named(Options options, Optional<CheckFile> file, Profile profile) {
    boolean asked = options.all() || !options.only().isEmpty();
    if (options.all() && !options.only().isEmpty()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot run every named check and only some",
              "options --check and --all",
              "nothing was checked",
              "leave one of them out"));
    }
    List<NamedCheck> checks = file.map(CheckFile::checks).orElse(List.of());
    if (asked && checks.isEmpty()) {
      throw none(file, options.all() ? "--all" : "--check");
    }
    if (!options.only().isEmpty()) {
      return new Named(
          options.only().stream()
              .distinct()
              .map(name -> Words.check("--check", name, checks))
              .toList(),
          true);
    }
    return new Named(
        checks.stream().filter(check -> options.all() || check.runsIn(profile.name())).toList(),
        false);
  }

  private static ProblemException none(Optional<CheckFile> file, String option) {
    return new ProblemException(
        ExitCode.USAGE,
        file.isPresent()
            ? new Problem(
                "cannot run named checks: the check file has none",
                file.get().source(),
                "nothing was checked",
                "write them under the key \"checks\"")
            : new Problem(
                "cannot run named checks: there is no check file",
                "option " + option,
                "nothing was checked",
                "name it with --checks FILE, or call it " + STANDARD_FILE));
  }
}
