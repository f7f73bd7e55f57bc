package dev.dbpreflight.rules;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.rules.Evidence.Plan;
import dev.dbpreflight.rules.Evidence.Target;
import dev.dbpreflight.rules.Evidence.Unrecorded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far a target is on the way that the files of the release lead. */
final class Whereabouts {
  private final Target target;
  private final Optional<Migrations> migrations;
  private final Optional<MigrationGraph> graph;
  private final List<Standing> standings;

  Whereabouts(Target target, Plan plan) {
    this.target = target;
    this.migrations = plan.migrations();
    this.graph = migrations.map(MigrationGraph::of);
    this.standings =
        graph
            .map(files -> Standing.all(target.histories(), files))
            .map(all -> all.stream().map(one -> one.on(target.schema().engine())).toList())
            .map(all -> upTo(plan.revision(), all))
            .orElse(List.of());
  }

  /** Only as far as the files lead to a revision, if they do. */
  private List<Standing> upTo(String revision, List<Standing> all) {
    if (revision.isEmpty() || all.isEmpty()) {
      return all;
    }
    String last = MigrationId.of(all.getFirst().migrations().tool(), revision);
    Set<String> wanted = graph.orElseThrow().upTo(List.of(last));
    return wanted.isEmpty() ? all : all.stream().map(one -> one.upTo(wanted)).toList();
  }

  Optional<MigrationGraph> graph() {
    return graph;
  }

  List<Standing> standings() {
    return standings;
  }

  boolean isExplained() {
    return standings.stream().anyMatch(Standing::isConsistent)
        && standings.stream().allMatch(Standing::isKnown)
        && standings.stream().allMatch(one -> one.isConsistent() || !one.claimsApplied());
  }

  boolean isBetweenRevisions() {
    return isExplained() && standings.stream().anyMatch(one -> !one.pending().isEmpty());
  }

  List<Unrecorded> unrecorded() {
    if (target.state() != DatabaseState.POPULATED) {
      return List.of();
    }
    return tools().filter(this::isUnrecorded).toList();
  }

  private Stream<Unrecorded> tools() {
    return standings.isEmpty()
        ? target.histories().stream()
            .filter(history -> !history.tool().isPlatform())
            .map(history -> new Unrecorded(history.tool(), Optional.of(history)))
        : standings.stream().map(one -> new Unrecorded(tool(one), one.history()));
  }

  private static MigrationTool tool(Standing standing) {
    return standing.migrations().tool();
  }

  /** Others' histories may explain the objects, unless these lie right beside the empty one. */
  private boolean isUnrecorded(Unrecorded one) {
    return one.history().map(History::isSilent).orElse(true)
        && (one.history().filter(this::hasTablesBeside).isPresent() || nobodyClaimsAnything());
  }

  private boolean hasTablesBeside(History history) {
    return target.schema().tables().stream()
        .anyMatch(table -> table.name().schema().equals(history.table().schema()));
  }

  private boolean nobodyClaimsAnything() {
    return target.histories().stream().allMatch(History::isSilent);
  }

  /**
   * Standings with pending files of which nothing else is to be told than that they are pending.
   */
  Stream<Standing> pending(List<Unrecorded> unrecorded) {
    return standings.stream()
        .filter(one -> !one.pending().isEmpty() && !one.sharesNothing())
        .filter(one -> unrecorded.stream().noneMatch(told -> told.history().equals(one.history())));
  }

  /** Histories that were read, are somewhere else, and of which nothing else says why. */
  List<History> awayFrom(String revision) {
    if (standings.isEmpty()) {
      List<History> all =
          target.histories().stream().filter(one -> !one.tool().isPlatform()).toList();
      boolean severalTools = all.stream().map(History::tool).distinct().count() > 1;
      boolean someAreThere = all.stream().anyMatch(one -> one.isAt(revision));
      return severalTools && someAreThere ? List.of() : away(all.stream(), revision);
    }
    return away(
        standings.stream()
            .filter(one -> one.migrations().has(revision))
            .filter(one -> one.pending().isEmpty() && one.leftOut().isEmpty())
            .filter(one -> one.ahead().isEmpty() && !one.sharesNothing())
            .flatMap(one -> one.history().stream())
            .filter(history -> history.troubles().isEmpty()),
        revision);
  }

  private static List<History> away(Stream<History> histories, String revision) {
    return histories
        .filter(history -> history.unread().isEmpty() && !history.isAt(revision))
        .toList();
  }

  /**
   * Groups of heads that nobody can have meant: of Alembic, those that branch off one migration
   * without a label of their own, on databases that are at one head.
   */
  List<List<String>> forks() {
    boolean severalAreUsual =
        standings.stream()
            .flatMap(one -> one.history().stream())
            .anyMatch(history -> history.applied().size() > 1);
    return graph
        .filter(found -> !(isAlembic() && severalAreUsual))
        .map(
            found ->
                isAlembic()
                    ? new Branches(migrations.orElseThrow()).forks(found.heads())
                    : found.rivalHeads())
        .orElse(List.of());
  }

  private boolean isAlembic() {
    return migrations.filter(files -> files.tool() == MigrationTool.ALEMBIC).isPresent();
  }
}
