package dev.dbpreflight.report;

import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.Migrations;
import java.util.List;
import java.util.Optional;

/**
 * What a project's folder and the environment tell about its databases.
 *
 * @param migrations where the folder has some of one known tool
 * @param unclear why no migrations were taken although there are some; empty when there was no
 *     doubt
 * @param database masked, and where it came from; empty when nothing names one
 * @param noDatabase why nothing names one; empty when something does
 * @param snapshots the folder with snapshots of schemas
 * @param snapshotFiles how many it holds
 * @param containers a file of compose that runs a PostgreSQL
 */
public record ProjectFinds(
    Optional<Migrations> migrations,
    String unclear,
    String database,
    String noDatabase,
    Optional<String> snapshots,
    int snapshotFiles,
    Optional<String> containers) {

  /** Where the migrations lead to. */
  List<String> heads() {
    return migrations.map(found -> MigrationGraph.of(found).heads()).orElse(List.of());
  }

  /** The tool, how many migrations it has and where they lead to, as one line. */
  String release() {
    return migrations
        .map(found -> found.tool().title() + ", " + TargetFacts.goal(found, heads()))
        .orElse("");
  }
}
