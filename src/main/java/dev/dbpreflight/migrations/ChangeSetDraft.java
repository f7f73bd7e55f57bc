package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.Scope;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.model.Engine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A change set as its file gives it, before the changelogs that include it have had their say.
 *
 * @param ownPath the path that it gives itself; empty when it has that of its file
 * @param dbms the products that it is for, as written
 * @param accepted checksums that its author accepts beside its own
 * @param sql of every change; null when there are other changes, or it is not known
 */
record ChangeSetDraft(
    String id,
    String author,
    String ownPath,
    int line,
    Kind kind,
    boolean transactional,
    WayDown wayDown,
    String dbms,
    boolean chosen,
    boolean ignored,
    List<String> accepted,
    List<String> sql) {

  /**
   * @param recorded the path under which Liquibase records it, and behind it those under which
   *     other versions of it would have
   * @param path of its file, from the migrations' folder
   * @param outside what the including changelogs add
   */
  MigrationFile file(List<String> recorded, String path, Including outside) {
    List<String> ids =
        (ownPath.isEmpty() ? recorded : List.of(ownPath))
            .stream()
                .map(where -> ChangelogPath.normal(where) + "::" + id + "::" + author)
                .distinct()
                .toList();
    Set<Engine> engines =
        ignored || outside.ignored() ? EnumSet.noneOf(Engine.class) : engines(dbms);
    return new MigrationFile(
        ids.getFirst(),
        id + " by " + author,
        List.of(),
        List.of(),
        ids.subList(1, ids.size()),
        List.of(),
        path,
        line,
        kind,
        checksums(),
        transactional,
        wayDown,
        new Scope(engines, chosen || outside.chosen()));
  }

  /**
   * What the changelogs on the way to a change set say about all that they include.
   *
   * @param path as which it is recorded unless it says otherwise itself; empty when none says
   */
  record Including(boolean chosen, boolean ignored, String path) {
    static final Including PLAINLY = new Including(false, false, "");

    Including with(boolean alsoChosen, boolean alsoIgnored) {
      return new Including(chosen || alsoChosen, ignored || alsoIgnored, path);
    }

    Including as(String other) {
      return other.isEmpty() ? this : new Including(chosen, ignored, other);
    }
  }

  private List<String> checksums() {
    // "any" accepts whatever is recorded: nothing of it can have been edited.
    boolean any = accepted.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).endsWith("any"));
    if (any || sql == null) {
      return List.of();
    }
    return Stream.concat(Stream.of(ChangeChecksum.of(sql)), accepted.stream()).toList();
  }

  private static Set<Engine> engines(String dbms) {
    Set<Engine> engines = EnumSet.noneOf(Engine.class);
    for (Engine engine : Engine.values()) {
      if (runsOn(dbms, product(engine))) {
        engines.add(engine);
      }
    }
    return engines;
  }

  private static boolean runsOn(String dbms, String product) {
    List<String> names =
        Arrays.stream(dbms.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.isEmpty() || names.contains("all")) {
      return true;
    }
    if (names.contains("none") || names.contains("!" + product)) {
      return false;
    }
    return names.contains(product) || names.stream().allMatch(name -> name.startsWith("!"));
  }

  private static String product(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "postgresql";
      case SQLITE -> "sqlite";
    };
  }
}
