package dev.dbpreflight.report;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationGraph.MissingParent;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import java.util.List;

/**
 * What a release brings to a target, as its migration files say.
 *
 * @param heads where it leads to, sorted
 * @param rivalHeads groups of heads between which the tool does not choose
 * @param cycles ids that run before themselves
 * @param duplicates files that share an id
 * @param standings where each history of the target stands against the files
 */
public record Release(
    Migrations migrations,
    List<String> heads,
    List<List<String>> rivalHeads,
    List<MissingParent> missingParents,
    List<List<String>> cycles,
    List<List<MigrationFile>> duplicates,
    List<Standing> standings) {

  public Release {
    heads = List.copyOf(heads);
    rivalHeads = List.copyOf(rivalHeads);
    missingParents = List.copyOf(missingParents);
    cycles = List.copyOf(cycles);
    duplicates = List.copyOf(duplicates);
    standings = List.copyOf(standings);
  }

  /**
   * What these files lead to.
   *
   * @param standings of the target's histories against them
   */
  public static Release of(MigrationGraph graph, List<Standing> standings) {
    return new Release(
        graph.migrations(),
        graph.heads(),
        graph.rivalHeads(),
        graph.missingParents(),
        graph.cycles(),
        graph.duplicates(),
        standings);
  }

  /** How many migrations have still to run, on all histories together. */
  public int pending() {
    return standings.stream().mapToInt(standing -> standing.pending().size()).sum();
  }

  /** Every history could be held against the files. */
  public boolean isKnown() {
    return !standings.isEmpty() && standings.stream().allMatch(Standing::isKnown);
  }
}
