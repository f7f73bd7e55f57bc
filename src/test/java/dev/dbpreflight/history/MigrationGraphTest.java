package dev.dbpreflight.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationGraph.MissingParent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationGraphTest {

  @Test
  void knowsNothingOfAnEmptyFolder() {
    MigrationGraph graph = alembic();

    assertThat(graph.heads()).isEmpty();
    assertThat(graph.inOrder()).isEmpty();
    assertThat(graph.cycles()).isEmpty();
    assertThat(graph.upTo(List.of("a"))).isEmpty();
  }

  @Test
  void filesThatSayNothingFollowEachOtherAsListed() {
    MigrationGraph graph = graph(MigrationTool.FLYWAY, file("2"), file("10"), repeatable("views"));

    assertThat(graph.isLinear()).isTrue();
    assertThat(graph.heads()).containsExactly("10");
    assertThat(ids(graph.inOrder())).containsExactly("2", "10", "views");
    assertThat(graph.upTo(List.of("10"))).containsExactlyInAnyOrder("2", "10");
    assertThat(graph.upTo(List.of("views"))).containsExactly("views");
    assertThat(ids(graph.pending(List.of("2")))).containsExactly("10", "views");
  }

  @Test
  void filesOfAToolThatNamesParentsDoNotFollowTheOneListedBefore() {
    MigrationGraph graph = alembic(file("a"), file("b"));

    assertThat(graph.isLinear()).isFalse();
    assertThat(graph.heads()).containsExactly("a", "b");
    assertThat(graph.rivalHeads()).containsExactly(List.of("a", "b"));
  }

  @Test
  void aMergeFollowsBothBranchesAndRunsLast() {
    MigrationGraph graph =
        alembic(
            file("merge", "left", "right"),
            file("left", "base"),
            file("right", "base"),
            file("base"));

    assertThat(graph.heads()).containsExactly("merge");
    assertThat(graph.rivalHeads()).isEmpty();
    assertThat(ids(graph.inOrder())).containsExactly("base", "right", "left", "merge");
    assertThat(graph.upTo(List.of("left"))).containsExactlyInAnyOrder("left", "base");
    assertThat(ids(graph.pending(List.of("left")))).containsExactly("right", "merge");
  }

  @Test
  void whatAnotherBranchDependsOnIsStillAHead() {
    MigrationGraph graph =
        alembic(
            file("a"),
            dependent("b", List.of(), List.of("a")),
            labelled("c", "billing"),
            dependent("d", List.of("b"), List.of("billing")));

    assertThat(graph.heads()).containsExactly("a", "c", "d");
    assertThat(graph.upTo(List.of("d"))).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(graph.missingParents()).isEmpty();
  }

  @Test
  void aLabelIsNoNameForAParent() {
    MigrationFile child = file("b", "billing");
    MigrationGraph graph = alembic(labelled("a", "billing"), child);

    assertThat(graph.missingParents()).containsExactly(new MissingParent(child, "billing"));
  }

  @Test
  void namesEveryParentAndDependencyThatNoFileHas() {
    MigrationFile orphan = dependent("c", List.of("b"), List.of("a", "x"));
    MigrationGraph graph = alembic(file("a"), orphan);

    assertThat(graph.missingParents())
        .containsExactly(new MissingParent(orphan, "b"), new MissingParent(orphan, "x"));
    assertThat(ids(graph.inOrder())).containsExactly("a", "c");
    assertThat(graph.heads()).containsExactly("a", "c");
  }

  @Test
  void findsCirclesAndStillOrdersEverything() {
    MigrationGraph graph =
        alembic(
            file("d", "c"), file("c", "b", "a"), file("b", "c"), file("self", "self"), file("a"));

    assertThat(graph.cycles()).containsExactly(List.of("b", "c"), List.of("self"));
    assertThat(ids(graph.inOrder()))
        .containsExactlyInAnyOrder("a", "b", "c", "d", "self")
        .containsSubsequence("a", "c", "d");
    assertThat(graph.heads()).containsExactly("d");
    assertThat(graph.upTo(List.of("b"))).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void findsACircleThatOnlyADependencyCloses() {
    MigrationGraph graph =
        alembic(dependent("a", List.of(), List.of("b")), dependent("b", List.of("a"), List.of()));

    assertThat(graph.cycles()).containsExactly(List.of("a", "b"));
  }

  @Test
  void findsFilesThatShareAnId() {
    MigrationFile one = MigrationFile.versioned("1", "one.sql");
    MigrationFile other = MigrationFile.versioned("1", "other.sql");
    MigrationGraph graph =
        graph(MigrationTool.FLYWAY, one, other, file("2"), kind("2", Kind.BASELINE));

    assertThat(graph.duplicates()).containsExactly(List.of(one, other));
    assertThat(ids(graph.inOrder())).containsExactly("1", "1", "2", "2");
  }

  @ParameterizedTest
  @EnumSource(
      value = MigrationTool.class,
      names = {"ALEMBIC", "FLYWAY"})
  void aChainOfAHundredThousandIsNoDepthAtAll(MigrationTool tool) {
    List<MigrationFile> files = new ArrayList<>();
    for (int number = 0; number < 100_000; number++) {
      boolean follows = number > 0 && tool == MigrationTool.ALEMBIC;
      files.add(file(id(number), follows ? new String[] {id(number - 1)} : new String[0]));
    }
    MigrationGraph graph = MigrationGraph.of(new Migrations(tool, "", files, List.of()));

    assertThat(graph.heads()).containsExactly(id(99_999));
    assertThat(graph.cycles()).isEmpty();
    assertThat(graph.inOrder()).isEqualTo(files);
    assertThat(graph.upTo(List.of(id(99_999)))).hasSize(100_000);
    assertThat(ids(graph.pending(graph.upTo(List.of(id(99_997))))))
        .containsExactly(id(99_998), id(99_999));
  }

  @Test
  void manyBranchesAndDependenciesCostNoMoreThanTheirNumber() {
    List<MigrationFile> files = new ArrayList<>(List.of(file(id(0))));
    for (int number = 1; number < 30_000; number += 3) {
      files.add(file(id(number), id(number - 1)));
      files.add(dependent(id(number + 1), List.of(id(number - 1)), List.of(id(number / 2))));
      files.add(file(id(number + 2), id(number), id(number + 1)));
    }
    MigrationGraph graph = alembic(files.toArray(MigrationFile[]::new));

    assertThat(ids(graph.inOrder())).startsWith(id(0)).endsWith(id(30_000)).hasSize(30_001);
  }

  @Test
  void djangoRunsTheGreatestDependencyFirst() {
    MigrationGraph graph =
        django(
            file("shop.0001"),
            dependent("shop.0002", List.of("shop.0001"), List.of("stock.0001", "user.0001")),
            file("stock.0001"),
            file("user.0001"));

    assertThat(ids(graph.inOrder()))
        .containsExactly("user.0001", "stock.0001", "shop.0001", "shop.0002");
    assertThat(graph.heads()).containsExactly("shop.0002", "stock.0001", "user.0001");
    assertThat(graph.rivalHeads()).isEmpty();
  }

  @Test
  void twoHeadsOfOneApplicationAreRivals() {
    MigrationGraph graph =
        django(file("shop.1"), file("shop.2", "shop.1"), file("shop.3", "shop.1"), file("a.1"));

    assertThat(graph.heads()).containsExactly("a.1", "shop.2", "shop.3");
    assertThat(graph.rivalHeads()).containsExactly(List.of("shop.2", "shop.3"));
  }

  @Test
  void aSquashedMigrationRunsInsteadOfThoseThatItReplaces() {
    MigrationGraph graph =
        django(
            file("shop.1"),
            squash("shop.1_squashed_2", "shop.1", "shop.2"),
            file("shop.2", "shop.1"),
            file("shop.3", "shop.2"));

    assertThat(ids(graph.pending(List.of()))).containsExactly("shop.1_squashed_2", "shop.3");
    assertThat(ids(graph.pending(List.of("shop.1")))).containsExactly("shop.2", "shop.3");
    assertThat(ids(graph.pending(List.of("shop.1", "shop.2")))).containsExactly("shop.3");
    assertThat(ids(graph.pending(List.of("shop.1", "shop.2", "shop.1_squashed_2"))))
        .containsExactly("shop.3");
    assertThat(graph.heads()).containsExactly("shop.3");
    assertThat(graph.upTo(List.of("shop.1", "shop.2"))).contains("shop.1_squashed_2");
    assertThat(graph.upTo(List.of("shop.1"))).containsExactly("shop.1");
  }

  @Test
  void whatFollowsASquashedMigrationWaitsForThoseThatGoOnInItsStead() {
    MigrationGraph graph =
        django(
            file("shop.1"),
            squash("shop.1_squashed_2", "shop.1", "shop.2"),
            dependent("shop.2", List.of("shop.1"), List.of("a.1")),
            file("shop.0", "shop.1_squashed_2"),
            file("a.1"));

    assertThat(ids(graph.pending(List.of("shop.1")))).containsExactly("a.1", "shop.2", "shop.0");
    assertThat(ids(graph.pending(List.of()))).containsExactly("a.1", "shop.1_squashed_2", "shop.0");
  }

  @Test
  void whatIsReplacedNeedsNoFile() {
    MigrationGraph graph =
        django(squash("shop.1_squashed_2", "shop.1", "shop.2"), file("shop.3", "shop.2"));

    assertThat(graph.missingParents()).isEmpty();
    assertThat(graph.heads()).containsExactly("shop.3");
    assertThat(ids(graph.inOrder())).containsExactly("shop.1_squashed_2", "shop.3");
    assertThat(graph.upTo(List.of("shop.2", "shop.1"))).contains("shop.1_squashed_2");
    assertThat(ids(graph.pending(List.of("shop.1", "shop.2")))).containsExactly("shop.3");
  }

  private static String id(int number) {
    return "%06d".formatted(number);
  }

  private static MigrationGraph alembic(MigrationFile... files) {
    return graph(MigrationTool.ALEMBIC, files);
  }

  private static MigrationGraph django(MigrationFile... files) {
    return graph(MigrationTool.DJANGO, files);
  }

  private static MigrationGraph graph(MigrationTool tool, MigrationFile... files) {
    return MigrationGraph.of(new Migrations(tool, "migrations", List.of(files), List.of()));
  }

  private static List<String> ids(List<MigrationFile> files) {
    return files.stream().map(MigrationFile::id).toList();
  }

  private static MigrationFile file(String id, String... parents) {
    return dependent(id, List.of(parents), List.of());
  }

  private static MigrationFile dependent(String id, List<String> parents, List<String> dependsOn) {
    return file(id, parents, dependsOn, List.of(), List.of(), Kind.VERSIONED);
  }

  private static MigrationFile labelled(String id, String label) {
    return file(id, List.of(), List.of(), List.of(label), List.of(), Kind.VERSIONED);
  }

  private static MigrationFile squash(String id, String... replaces) {
    return file(id, List.of(), List.of(), List.of(), List.of(replaces), Kind.VERSIONED);
  }

  private static MigrationFile repeatable(String id) {
    return kind(id, Kind.REPEATABLE);
  }

  private static MigrationFile kind(String id, Kind kind) {
    return file(id, List.of(), List.of(), List.of(), List.of(), kind);
  }

  private static MigrationFile file(
      String id,
      List<String> parents,
      List<String> dependsOn,
      List<String> labels,
      List<String> replaces,
      Kind kind) {
    String path = id + ".py";
    return new MigrationFile(
        id,
        path,
        parents,
        dependsOn,
        labels,
        replaces,
        path,
        1,
        kind,
        List.of(),
        true,
        WayDown.UNKNOWN);
  }
}
