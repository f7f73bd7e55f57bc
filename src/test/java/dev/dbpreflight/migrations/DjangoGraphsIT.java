package dev.dbpreflight.migrations;

import static java.util.stream.Collectors.joining;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random projects, as the real Django plans them and as they are read here. */
class DjangoGraphsIT {
  private static final int SEED = 20_260_102;
  private static final int ROUNDS = 60;

  /**
   * The leaves of the graph on an empty database, and for each round of applied migrations what a
   * command to migrate everything would run.
   */
  private static final String DJANGO =
      """
      import os, sys
      sys.dont_write_bytecode = True
      root = sys.argv[1]
      sys.path.insert(0, root)
      import django
      from django.conf import settings
      applications = sorted(
          one for one in os.listdir(root) if os.path.isdir(os.path.join(root, one)))
      settings.configure(
          INSTALLED_APPS=applications, AUTH_USER_MODEL="app_00.User", USE_TZ=True,
          DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
      django.setup()
      from django.db import connection
      from django.db.migrations.executor import MigrationExecutor
      from django.db.migrations.recorder import MigrationRecorder

      def spelled(keys):
          return " ".join("%s.%s" % key for key in keys)

      with open(os.path.join(root, "rounds")) as file:
          rounds = file.read().split("\\n")
      for number, line in enumerate(rounds):
          applied = {tuple(one.split(".")): None for one in line.split()}
          MigrationRecorder.applied_migrations = lambda self: dict(applied)
          executor = MigrationExecutor(connection)
          leaves = executor.loader.graph.leaf_nodes()
          if number == 0:
              print(spelled(leaves))
          targets = [one for one in leaves if one not in executor.loader.applied_migrations]
          plan = executor.migration_plan(targets)
          print(spelled((step.app_label, step.name) for step, backwards in plan))
      """;

  private final Random random = new Random(SEED);
  private final List<List<String>> applications = new ArrayList<>();
  private final Set<Integer> squashed = new LinkedHashSet<>();
  private final Set<Integer> pruned = new LinkedHashSet<>();

  @Test
  void randomProjectsArePlannedAsDjangoPlansThem(@TempDir Path folder) throws IOException {
    ExternalTool.DJANGO.require();
    Path root = Files.createDirectory(folder.resolve("project"));
    for (int application = 0; application < 60; application++) {
      write(root, application);
    }
    List<List<String>> rounds =
        IntStream.range(0, ROUNDS)
            .mapToObj(round -> round == 0 ? List.<String>of() : applied())
            .toList();
    Files.writeString(
        root.resolve("rounds"),
        rounds.stream().map(round -> String.join(" ", round)).collect(joining("\n")));
    Path script = Files.writeString(folder.resolve("plans.py"), DJANGO);
    List<String> django =
        new Command("/usr/bin/python3", script.toString(), root.toString())
            .within(Duration.ofMinutes(5))
            .run()
            .successful()
            .out()
            .lines()
            .toList();

    Migrations migrations =
        MigrationFolder.read(root, "project", Optional.of(MigrationTool.DJANGO));
    MigrationGraph graph = MigrationGraph.of(migrations);
    assertThat(migrations.unread()).isEmpty();
    assertThat(graph.missingParents()).isEmpty();
    assertThat(graph.cycles()).isEmpty();
    assertThat(graph.heads()).containsExactlyElementsOf(words(django.getFirst()));
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(graph.pending(rounds.get(round)).stream().map(MigrationFile::id))
          .as("seed " + SEED + ", round " + round)
          .containsExactlyElementsOf(words(django.get(round + 1)));
    }
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }

  /** Each application follows those before it; some migrations say so from the other side. */
  private void write(Path root, int application) throws IOException {
    List<String> names = new ArrayList<>();
    applications.add(names);
    int count = 1 + random.nextInt(6);
    for (int number = 0; number < count; number++) {
      names.add("%s.%04d_step".formatted(label(application), number + 1));
      List<String> dependencies = new ArrayList<>();
      if (number > 0) {
        dependencies.add(reference(names.get(number - 1)));
      }
      List<String> runBefore = new ArrayList<>();
      for (int further = random.nextInt(3); further > 0 && application > 0; further--) {
        dependencies.add(dependency(random.nextInt(application)));
      }
      if (random.nextInt(6) == 0 && application < 59) {
        runBefore.add("('%s', '0001_step')".formatted(label(application + 1)));
      }
      write(root, names.get(number), dependencies, runBefore, List.of());
    }
    if (count > 2 && random.nextInt(3) == 0) {
      squash(root, application);
    }
    Path folder = root.resolve(folder(application));
    Files.writeString(folder.resolve("__init__.py"), "");
    Files.writeString(folder.resolve("migrations/__init__.py"), "");
    if (!label(application).equals(folder(application))) {
      String configuration =
          "from django.apps import AppConfig\n"
              + "class C(AppConfig):\n"
              + "    name = '%s'\n"
              + "    label = '%s'\n";
      Files.writeString(
          folder.resolve("apps.py"),
          configuration.formatted(folder(application), label(application)));
    }
  }

  private void squash(Path root, int application) throws IOException {
    List<String> names = applications.get(application);
    squashed.add(application);
    boolean prune = random.nextBoolean();
    String name = label(application) + ".0001_squashed_0002_step";
    List<String> replaces = names.subList(0, 2).stream().map(DjangoGraphsIT::reference).toList();
    write(root, name, List.of(), List.of(), replaces);
    if (prune) {
      pruned.add(application);
      for (String replaced : names.subList(0, 2)) {
        Files.delete(path(root, replaced));
      }
    }
  }

  private String dependency(int application) {
    List<String> names = applications.get(application);
    return switch (random.nextInt(8)) {
      case 0 -> "('%s', '__first__')".formatted(label(application));
      case 1 -> "('%s', '__latest__')".formatted(label(application));
      case 2 -> "migrations.swappable_dependency('%s.Thing')".formatted(label(application));
      default -> reference(names.get(random.nextInt(names.size())));
    };
  }

  private static void write(
      Path root,
      String id,
      List<String> dependencies,
      List<String> runBefore,
      List<String> replaces)
      throws IOException {
    Path path = path(root, id);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        """
        from django.db import migrations


        class Migration(migrations.Migration):
            dependencies = [%s]
            run_before = [%s]
            replaces = [%s]
            operations = []
        """
            .formatted(
                String.join(", ", dependencies),
                String.join(", ", runBefore),
                String.join(", ", replaces)));
  }

  private static Path path(Path root, String id) {
    String[] parts = id.split("\\.");
    int application = Integer.parseInt(parts[0].replaceFirst(".*_", ""));
    return root.resolve(folder(application)).resolve("migrations/" + parts[1] + ".py");
  }

  private static String reference(String id) {
    return "('%s', '%s')".formatted((Object[]) id.split("\\."));
  }

  private static String folder(int application) {
    return "app_%02d".formatted(application);
  }

  private static String label(int application) {
    return (application % 5 == 4 ? "label_" : "app_") + "%02d".formatted(application);
  }

  /** The first migrations of some applications. */
  private List<String> applied() {
    List<String> applied = new ArrayList<>();
    for (int application = 0; application < applications.size(); application++) {
      List<String> names = applications.get(application);
      int count = random.nextBoolean() ? 0 : random.nextInt(names.size() + 1);
      if (pruned.contains(application) && count == 1) {
        // Django does not start where a file that is gone was applied without its companion.
        count = 2;
      }
      applied.addAll(names.subList(0, count));
      if (count >= 2 && squashed.contains(application) && random.nextBoolean()) {
        applied.add(label(application) + ".0001_squashed_0002_step");
      }
    }
    return applied;
  }
}
