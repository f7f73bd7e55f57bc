package dev.dbpreflight.app;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Tells where a database is and where a release goes, without judging. */
public final class ShowStatus {
  private final Surroundings surroundings;
  private final ReleaseFiles files;

  /**
   * What a status is asked to tell.
   *
   * @param migrations folder with the migration files of the release
   * @param searches without such a folder, the usual places are looked through
   */
  public record Request(Connection connection, Optional<Path> migrations, boolean searches) {}

  public ShowStatus(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.files = new ReleaseFiles(surroundings);
  }

  /**
   * Looks once.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the target or the folder cannot be read
   */
  public Status show(Request request) {
    Optional<CompletableFuture<Migrations>> reading = request.migrations().map(files::beginReading);
    Optional<Migrations> usual = reading.isEmpty() ? search(request) : Optional.empty();
    Look look = look(request, reading);
    Optional<Migrations> found = reading.map(ReleaseFiles::finished).or(() -> usual);
    List<History> histories = look.observation().histories();
    Optional<Release> release =
        found
            .map(known -> files.like(histories, known, folder(request, known)))
            .map(MigrationGraph::of)
            .map(graph -> Release.of(graph, standings(graph, histories, look)));
    return new Status(ToolVersion.text(), look.target(), look.state(), histories, release);
  }

  private Look look(Request request, Optional<CompletableFuture<Migrations>> reading) {
    try {
      return new Looker(surroundings).atSchema(request.connection());
    } catch (ProblemException unreachable) {
      // A folder that is named wrongly is the first thing to mend.
      reading.ifPresent(ReleaseFiles::finished);
      throw unreachable;
    }
  }

  private Optional<Migrations> search(Request request) {
    return request.searches() ? files.find() : Optional.empty();
  }

  private static Path folder(Request request, Migrations found) {
    return request.migrations().orElseGet(() -> Path.of(found.folder()));
  }

  /** Without what no run on this engine applies. */
  private static List<Standing> standings(
      MigrationGraph graph, List<History> histories, Look look) {
    return Standing.all(histories, graph).stream()
        .map(standing -> standing.on(look.schema().engine()))
        .toList();
  }
}
