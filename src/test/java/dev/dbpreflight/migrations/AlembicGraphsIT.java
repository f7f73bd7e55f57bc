package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.ExternalTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random folders of revisions, as the real Alembic sees them and as they are read here. */
class AlembicGraphsIT {
  private static final int SEED = 20_260_101;

  /**
   * For each folder a line: whether the order depends on the order of a set, the heads, the order
   * of all, the recorded rows with all that they follow, and what an upgrade to the heads would
   * run. Alembic loads files as the directory happens to list them; here it lists them sorted.
   */
  private static final String ALEMBIC =
      """
      import os, sys
      sys.dont_write_bytecode = True
      unsorted = os.listdir
      os.listdir = lambda path: sorted(unsorted(path))
      from alembic.script import ScriptDirectory

      def spelled(revisions):
          return " ".join(revisions)

      for folder in os.listdir(sys.argv[1]):
          path = os.path.join(sys.argv[1], folder)
          with open(os.path.join(path, "rows")) as file:
              rows = tuple(file.read().split())
          script = ScriptDirectory(path)
          every = [one.revision for one in script.walk_revisions()]
          ties = any(
              len(script.get_revision(one)._normalized_resolved_dependencies) > 1 for one in every)
          applied = script.revision_map._get_ancestor_nodes(script.get_revisions(rows))
          print("|".join([
              "ties" if ties else "exact",
              spelled(sorted(script.get_heads())),
              spelled(reversed(every)),
              spelled(sorted(one.revision for one in applied)),
              spelled(step.revision.revision for step in script._upgrade_revs("heads", rows)),
          ]))
      """;

  /** What one of the two says about a folder. */
  private record Answer(
      boolean exact,
      List<String> heads,
      List<String> order,
      List<String> applied,
      List<String> pending) {

    static Answer parse(String line) {
      String[] parts = line.split("\\|", -1);
      return new Answer(
          parts[0].equals("exact"),
          words(parts[1]),
          words(parts[2]),
          words(parts[3]),
          words(parts[4]));
    }

    private static List<String> words(String text) {
      return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    /** Where Alembic's order is that of a set, any other one is as good. */
    Answer comparable(Answer with) {
      boolean both = exact && with.exact;
      return both
          ? this
          : new Answer(
              false,
              heads,
              order.stream().sorted().toList(),
              applied,
              pending.stream().sorted().toList());
    }
  }

  @Test
  void aThousandRandomGraphsAreSeenAsAlembicSeesThem(@TempDir Path root) throws IOException {
    Random random = new Random(SEED);
    for (int graph = 0; graph < 1_000; graph++) {
      double branchy = graph % 10 / 9.0;
      write(root.resolve("%04d".formatted(graph)), random, 1 + random.nextInt(25), branchy);
    }

    assertThat(compare(root)).as("compared with their order").isGreaterThan(800);
  }

  @Test
  void longHistoriesWithMergesAreSeenAsAlembicSeesThem(@TempDir Path root) throws IOException {
    Random random = new Random(SEED);
    for (int graph = 0; graph < 6; graph++) {
      write(root.resolve("%04d".formatted(graph)), random, 500, 0.03 * graph);
    }

    assertThat(compare(root)).as("compared with their order").isGreaterThan(3);
  }

  private static void write(Path folder, Random random, int count, double branchy)
      throws IOException {
    RandomRevisions revisions = new RandomRevisions(random, count, branchy);
    revisions.write(folder.resolve("versions"));
    Files.writeString(folder.resolve("rows"), String.join(" ", revisions.someRows()));
    Files.writeString(folder.resolve("env.py"), "");
  }

  /** How many were compared with their order. */
  private static int compare(Path root) throws IOException {
    ExternalTool.ALEMBIC.require();
    Path script = Files.writeString(root.resolveSibling("graphs.py"), ALEMBIC);
    List<String> lines =
        new Command("/usr/bin/python3", script.toString(), root.toString())
            .within(Duration.ofMinutes(10))
            .run()
            .successful()
            .out()
            .lines()
            .toList();
    List<Path> folders = new ArrayList<>();
    try (var all = Files.list(root)) {
      all.sorted().forEach(folders::add);
    }
    assertThat(lines).hasSameSizeAs(folders);
    int exact = 0;
    for (int at = 0; at < folders.size(); at++) {
      Answer alembic = Answer.parse(lines.get(at));
      Answer here = read(folders.get(at));
      assertThat(here.comparable(alembic))
          .as("seed " + SEED + ", graph " + at)
          .isEqualTo(alembic.comparable(here));
      exact += alembic.exact ? 1 : 0;
    }
    return exact;
  }

  private static Answer read(Path folder) throws IOException {
    Migrations migrations =
        MigrationFolder.read(folder, "scripts", Optional.of(MigrationTool.ALEMBIC));
    assertThat(migrations.unread()).isEmpty();
    MigrationGraph graph = MigrationGraph.of(migrations);
    assertThat(graph.missingParents()).isEmpty();
    assertThat(graph.cycles()).isEmpty();
    assertRuns(graph.inOrder());
    List<String> rows = Answer.words(Files.readString(folder.resolve("rows")));
    Set<String> applied = graph.upTo(rows);
    return new Answer(
        true,
        graph.heads(),
        ids(graph.inOrder()),
        applied.stream().sorted().toList(),
        ids(graph.pending(rows)));
  }

  /** Nothing runs before what it follows. */
  private static void assertRuns(List<MigrationFile> order) {
    Set<String> run = new HashSet<>();
    for (MigrationFile file : order) {
      assertThat(run).as(file.path()).containsAll(file.parents()).containsAll(file.dependsOn());
      run.add(file.id());
      run.addAll(file.labels());
    }
  }

  private static List<String> ids(List<MigrationFile> files) {
    return files.stream().map(MigrationFile::id).toList();
  }
}
