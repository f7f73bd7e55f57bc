package dev.dbpreflight.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is compared beside the schema proper. */
final class CompareOptions {
  @Option(
      names = "--compare",
      split = ",",
      paramLabel = "ASPECT",
      description =
          "Compare these too: owners, grants, comments, column-order, storage,"
              + " extension-versions, extension-schemas, partitions, not-null-names, all.")
  private List<String> aspects = new ArrayList<>();

  List<String> aspects() {
    return aspects;
  }
}
