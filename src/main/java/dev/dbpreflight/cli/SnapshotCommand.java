package dev.dbpreflight.cli;

import dev.dbpreflight.app.TakeSnapshot;
import dev.dbpreflight.app.TakeSnapshot.Taken;
import dev.dbpreflight.problem.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "snapshot",
    header = "Write the schema of a database to a file.",
    description = {
      "",
      "The file is made to be committed and read in code reviews: the same schema",
      "gives the same bytes, and a changed object changes its own lines only.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dbpreflight snapshot app.db -o schema-snapshots/v1.4.0.json",
      "  dbpreflight snapshot postgresql://db/shop | less"
    })
final class SnapshotCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private TargetOptions target;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it. Default: stdout.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--revision",
      paramLabel = "NAME",
      description =
          "The revision that the schema is of. Default: what the migration history of the"
              + " database records, if that is one revision.")
  private Optional<String> revision = Optional.empty();

  @Mixin private CommonOptions common;

  SnapshotCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Taken taken =
        common.during(
            console, place -> new TakeSnapshot(place).take(target.connection(), revision));
    if (file.isPresent()) {
      boolean changed = taken.writeTo(file.get());
      if (!common.quiet()) {
        console.note((changed ? "wrote " : "unchanged: ") + file.get());
      }
    } else {
      console.report(taken.text());
    }
    if (common.verbose()) {
      console.note(taken.traffic());
    }
    return ExitCode.PASS.code();
  }
}
