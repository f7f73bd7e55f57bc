package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.ChangeSetDraft.Including;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Liquibase: change sets in the order in which a root changelog includes them, recorded under path,
 * id and author.
 */
final class LiquibaseFiles implements Convention {
  private static final Pattern FILE = Pattern.compile(".+\\.(?i:xml|ya?ml|json|sql)");

  private static final List<String> PLACES =
      List.of(
          "src/main/resources/db/changelog",
          "src/main/resources/db",
          "src/main/resources/liquibase",
          "src/main/resources/changelog",
          "src/main/resources",
          "db/changelog",
          "db",
          "liquibase",
          "changelog",
          "changelogs");

  /** Whichever of these a folder has is its root. */
  private static final Pattern ROOT =
      Pattern.compile(
          "((liquibase|db)[.-])?(changelog([.-](master|root))?|master|root)([.-]changelog)?"
              + "\\.(xml|ya?ml|json|sql)");

  private static final Pattern INCLUDED =
      Pattern.compile("\\b(?:file|path)[\"']?\\s*[=:]\\s*[\"']?([^\"'\\s,}>]+)");

  /** A changelog says so near its beginning. */
  private static final int BEGINNING = 20_000;

  @Override
  public MigrationTool tool() {
    return MigrationTool.LIQUIBASE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return Stream.concat(SearchPath.configuredFolder(project).stream(), PLACES.stream()).toList();
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return changelogs(folder, name -> true).findFirst().isPresent();
  }

  @Override
  public Migrations read(SourceFolder folder) {
    // What cannot be read is told once, by the one who reads them all.
    SourceFolder probe = folder.afresh();
    List<String> roots = roots(probe);
    ChangelogFiles files = SearchPath.of(folder, roots.getFirst());
    Changelogs changelogs = new Changelogs(files);
    for (String root : roots) {
      changelogs.read(files.searched(root), "", Including.PLAINLY);
    }
    return folder.migrations(tool(), changelogs.found());
  }

  /** The one with a usual name; else those that no other includes, as if a folder was included. */
  private static List<String> roots(SourceFolder folder) {
    Optional<String> usual =
        changelogs(folder, name -> ROOT.matcher(name.toLowerCase(Locale.ROOT)).matches())
            .findFirst();
    if (usual.isPresent()) {
      return List.of(usual.get());
    }
    List<String> changelogs = changelogs(folder, name -> true).toList();
    Set<String> included = new HashSet<>();
    for (String name : changelogs) {
      folder
          .text(name)
          .map(INCLUDED::matcher)
          .ifPresent(
              matcher -> {
                while (matcher.find()) {
                  included.add(matcher.group(1).replaceFirst("^.*[/\\\\]", ""));
                }
              });
    }
    List<String> roots = changelogs.stream().filter(name -> !included.contains(name)).toList();
    return roots.isEmpty() ? changelogs : roots;
  }

  private static Stream<String> changelogs(SourceFolder folder, Predicate<String> wanted) {
    return folder.names().stream()
        .filter(name -> FILE.matcher(name).matches() && wanted.test(name))
        .filter(name -> folder.text(name).filter(text -> changelog(name, text)).isPresent());
  }

  private static boolean changelog(String name, String text) {
    String beginning = text.substring(0, Math.min(text.length(), BEGINNING));
    return ChangelogNotation.of(name).isPresent()
        ? beginning.contains("databaseChangeLog")
        : FormattedSql.is(beginning);
  }
}
