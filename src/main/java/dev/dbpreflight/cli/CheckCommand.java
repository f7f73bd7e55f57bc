package dev.dbpreflight.cli;

import dev.dbpreflight.app.CheckRequest;
import dev.dbpreflight.app.CheckTarget;
import dev.dbpreflight.app.PlanCheck;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.report.JsonReport;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.report.TextReport;
import dev.dbpreflight.rules.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    header = "Judge a database: pass or fail.",
    description = {
      "",
      "Reads the catalog read-only, as of one moment, tells whether the database is",
      "fresh, incomplete or populated, holds it against the expected schema and runs",
      "every rule of the profile. A populated database passes only if something shows",
      "that it is what it should be: --expect, a snapshot of the revision that its",
      "migration history records, --migrations, or --accept populated. A check file",
      "adds checks of your own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dbpreflight check app.db",
      "  dbpreflight check --expect schema-snapshots/v1.4.0.json",
      "  dbpreflight check --migrations migrations/ --revision v1.4.0",
      "  dbpreflight check postgresql://db/shop --profile drift --expect v1.4.0.json",
      "  dbpreflight check --wait 60s --profile drift --expect v1.4.0.json",
      "  dbpreflight check --profile after-deploy --check stock_positions"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TargetOptions target;
  @Mixin private ProfileOptions profile;
  @Mixin private CheckFileOptions checks;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "Snapshot of the schema that the release leads to; with the drift profile, of"
              + " the schema that should be there.")
  private Optional<Path> expect = Optional.empty();

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description =
          "Folder with a snapshot REVISION.json per revision, looked up by the recorded"
              + " revision. Default: the folder of --expect.")
  private Optional<Path> snapshots = Optional.empty();

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description =
          "Folder with the migration files of the release, or a project's that has them in"
              + " the usual place.")
  private Optional<Path> migrations = Optional.empty();

  @Option(
      names = "--revision",
      paramLabel = "ID",
      description = "Revision that the release leads to, as the migration tool records it.")
  private String revision = "";

  @Option(
      names = "--migrating-role",
      paramLabel = "NAME",
      description =
          "Database role that runs the migrations, exactly as it is called. Default: the one"
              + " connected, where it owns something here.")
  private Optional<String> migratingRole = Optional.empty();

  @Option(
      names = "--expect-fail",
      description = "Swap exit codes 0 and 1, to prove that a gate can fail.")
  private boolean expectFail;

  @Mixin private WaitOptions wait;
  @Mixin private ReportOptions output;
  @Mixin private CommonOptions common;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ReportOptions.Target> files = output.targets();
    PlanCheck.Options options =
        new PlanCheck.Options(
            wait.of(target.connection()),
            profile.words(),
            checks.file(),
            checks.only(),
            checks.all(),
            expect,
            snapshots,
            migrations,
            revision,
            migratingRole);
    Report report =
        common.during(
            console,
            place -> {
              CheckRequest request = new PlanCheck(place).plan(options);
              return wait.of(place, () -> new CheckTarget(place).check(request));
            });
    ExitCode delivered =
        output.tell(
            console,
            common.verbose(),
            files,
            format ->
                switch (format) {
                  case TEXT ->
                      new TextReport(console.terminal().style(common.colour())).format(report);
                  case JSON -> new JsonReport().format(report);
                });
    if (common.verbose()) {
      console.note(report.timing().traffic());
    }
    report.judgement().defects().forEach(this::tellDefect);
    return exitCode(report.judgement(), expectFail).or(delivered).code();
  }

  /**
   * How a judgement ends a run.
   *
   * @param swapped pass and fail change places
   */
  static ExitCode exitCode(Judgement judgement, boolean swapped) {
    if (!judgement.defects().isEmpty()) {
      return ExitCode.DEFECT;
    }
    return switch (judgement.verdict()) {
      case PASS -> swapped ? ExitCode.FINDINGS : ExitCode.PASS;
      case FAIL -> swapped ? ExitCode.PASS : ExitCode.FINDINGS;
      case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
    };
  }

  private void tellDefect(String defect) {
    console.problem(
        new Problem(
            "a defect in dbpreflight: " + defect,
            "dbpreflight check",
            "that rule was not checked",
            "report the first line"),
        false);
  }
}
