package dev.dbpreflight.app;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.diff.Aspect;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.history.History;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.report.Comparison;
import dev.dbpreflight.rules.Evidence.Expected;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two schemas, each from a snapshot file or a live database. */
public final class CompareSchemas {
  private final Surroundings surroundings;

  /**
   * @param expected snapshot file or URL
   * @param actual snapshot file or URL
   * @param timeout for both together
   */
  public record Request(String expected, String actual, Set<Aspect> aspects, Times times) {}

  private record Side(SchemaModel schema, String title, List<String> toolTables) {}

  public CompareSchemas(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Reads both sides and compares them.
   *
   * @throws ProblemException when a side cannot be read, or the two are of different engines
   */
  public Comparison compare(Request request) {
    ConnectOptions options = new Looker(surroundings).options(request.times());
    Side expected = read(request.expected(), request, options);
    Side actual = read(request.actual(), request, options);
    requireSameEngine(expected, actual);
    surroundings.progress().begins("comparing", "");
    return new Comparison(
        ToolVersion.text(),
        expected.title(),
        actual.title(),
        new SchemaDiff(request.aspects()).compare(expected.schema(), actual.schema()),
        Stream.concat(expected.toolTables().stream(), actual.toolTables().stream())
            .distinct()
            .sorted()
            .toList(),
        merge(expected.schema().unsupported(), actual.schema().unsupported()));
  }

  private Side read(String place, Request request, ConnectOptions options) {
    ExpectedSchemas snapshots = new ExpectedSchemas(surroundings);
    if (snapshots.isSnapshot(place)) {
      Expected snapshot = snapshots.read(Path.of(place));
      String title =
          snapshot.revision().isEmpty() ? place : place + " (" + snapshot.revision() + ")";
      return new Side(snapshot.schema(), title, List.of());
    }
    Looker looker = new Looker(surroundings);
    Look look =
        looker.atExistingSchema(
            looker.find(new Connection(Optional.of(place), request.times())), options);
    return new Side(look.schema(), look.url().masked(), toolTables(look));
  }

  private static List<String> toolTables(Look look) {
    return look.observation().histories().stream()
        .flatMap(
            (History history) ->
                Stream.concat(Stream.of(history.table()), history.companions().stream()))
        .map(name -> "table \"" + name + "\" of a migration tool")
        .toList();
  }

  private static void requireSameEngine(Side expected, Side actual) {
    if (expected.schema().engine() != actual.schema().engine()) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot compare a schema of %s with one of %s"
                  .formatted(expected.schema().engine().title(), actual.schema().engine().title()),
              expected.title() + " and " + actual.title(),
              "the two engines have different objects and types, so nothing was compared",
              "name two sides of the same engine"));
    }
  }

  private static List<Unsupported> merge(List<Unsupported> one, List<Unsupported> other) {
    return Stream.concat(one.stream(), other.stream())
        .map(Unsupported::kind)
        .distinct()
        .sorted()
        .map(
            kind ->
                new Unsupported(
                    kind,
                    Stream.concat(one.stream(), other.stream())
                        .filter(found -> found.kind().equals(kind))
                        .flatMap(found -> found.names().stream())
                        .distinct()
                        .toList()))
        .toList();
  }
}
