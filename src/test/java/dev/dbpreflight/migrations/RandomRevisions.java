package dev.dbpreflight.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A folder of Alembic revisions with branches, merges, several bases and dependencies, in all the
 * spellings that people use. Whatever it makes Alembic accepts.
 */
final class RandomRevisions {
  private final Random random;
  private final List<Revision> revisions = new ArrayList<>();

  private record Revision(
      String id,
      List<String> parents,
      List<String> dependsOn,
      String label,
      BitSet before,
      int shape) {}

  /**
   * @param branchy from 0, a chain, to 1, anything
   */
  RandomRevisions(Random random, int count, double branchy) {
    this.random = random;
    for (int at = 0; at < count; at++) {
      revisions.add(next(at, branchy));
    }
  }

  private Revision next(int at, double branchy) {
    Set<Integer> parents = new LinkedHashSet<>();
    Set<Integer> dependencies = new LinkedHashSet<>();
    if (at > 0 && random.nextDouble() > 0.1 * branchy) {
      parents.add(random.nextDouble() < branchy ? random.nextInt(at) : at - 1);
      while (random.nextDouble() < 0.3 * branchy) {
        parents.add(random.nextInt(at));
      }
    }
    if (at > 0 && random.nextDouble() < 0.2 * branchy) {
      dependencies.add(random.nextInt(at));
      if (random.nextInt(10) == 0) {
        dependencies.add(random.nextInt(at));
      }
    }
    BitSet before = new BitSet();
    before.set(at);
    parents.forEach(parent -> before.or(revisions.get(parent).before));
    dependencies.forEach(other -> before.or(revisions.get(other).before));
    String id = "%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
    String label = random.nextDouble() < 0.2 * branchy ? "branch_" + at : "";
    return new Revision(
        random.nextInt(8) == 0 ? "rev_" + at + "_" + id.substring(0, 4) : id,
        parents.stream().map(parent -> revisions.get(parent).id).toList(),
        dependencies.stream().map(other -> name(revisions.get(other))).toList(),
        label,
        before,
        random.nextInt(12));
  }

  private String name(Revision revision) {
    return revision.label.isEmpty() || random.nextBoolean() ? revision.id : revision.label;
  }

  /** Rows that the version table of a database may hold: none comes before another one. */
  List<String> someRows() {
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      chosen.add(random.nextInt(revisions.size()));
    }
    return chosen.stream()
        .filter(
            one ->
                chosen.stream()
                    .noneMatch(other -> other != one && revisions.get(other).before.get(one)))
        .map(one -> revisions.get(one).id)
        .toList();
  }

  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Revision revision : revisions) {
        String name = "%05d_%s.py".formatted(random.nextInt(100_000), revision.id);
        Files.writeString(folder.resolve(name), text(revision));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String text(Revision revision) {
    String id = revision.id;
    String down = names(revision.parents, revision.shape);
    String dependsOn = names(revision.dependsOn, revision.shape / 2);
    String labels =
        revision.label.isEmpty() ? "None" : names(List.of(revision.label), revision.shape / 3);
    String further = "branch_labels = %s\ndepends_on = %s\n".formatted(labels, dependsOn);
    String decoy = "\"\"\"made\n\nrevision = 'decoy'\ndown_revision = 'decoy'\n\"\"\"\n";
    String functions = "\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    revision = 'no'\n";
    String assignments =
        switch (revision.shape) {
          case 0 -> "revision: str = \"%s\"\ndown_revision: object = %s\n".formatted(id, down);
          case 1 -> "revision, down_revision = '%s', %s\n".formatted(id, down);
          case 2 -> "(revision, down_revision) = ('%s', %s)\n".formatted(id, down);
          case 3 -> "me = revision = r'%s'; down_revision = \\\n  %s\n".formatted(id, down);
          case 4 ->
              "# revision = 'decoy'\nrevision = ('''%s''')\ndown_revision = (%s)\n"
                  .formatted(id, down);
          case 5 ->
              "revision = u'%s' '%s'  # 'no'\ndown_revision = %s\n"
                  .formatted(id.substring(0, 3), id.substring(3), down);
          case 6 ->
              "revision = 'early'\nif False:\n\tpass\nrevision = '%s'\ndown_revision = %s\n"
                  .formatted(id, down);
          case 7 -> "THIS = \"%s\"\nrevision = THIS\ndown_revision = %s\n".formatted(id, down);
          case 8 -> "revision = f'%s'\r\ndown_revision = %s\r\n".formatted(id, down);
          default -> "revision = '%s'\ndown_revision = %s\n".formatted(id, down);
        };
    return decoy + assignments + further + functions;
  }

  private static String names(List<String> names, int shape) {
    if (names.isEmpty()) {
      return shape % 3 == 0 ? "()" : "None";
    }
    String all = String.join("', '", names);
    if (names.size() == 1 && shape % 2 == 0) {
      return "'" + all + "'";
    }
    return switch (shape % 3) {
      case 0 -> "('" + all + "',)";
      case 1 -> "['" + all + "']";
      default -> "(\n  '" + all.replace(", ", ",  # 'no'\n  ") + "',\n)";
    };
  }
}
