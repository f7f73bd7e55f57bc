package dev.dbpreflight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which check file counts, and which of its named checks run. */
final class CheckFileOptions {
  @Option(
      names = "--checks",
      paramLabel = "FILE",
      description =
          "Check file with a profile, named checks and waivers. Default: dbpreflight.yaml in"
              + " this folder, if it is there.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "NAME",
      description = "Run this named check and no rules; may be given several times.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Run every named check beside the rules, whatever profile it is for.")
  private boolean all;

  Optional<Path> file() {
    return file;
  }

  List<String> only() {
    return only;
  }

  boolean all() {
    return all;
  }
}
