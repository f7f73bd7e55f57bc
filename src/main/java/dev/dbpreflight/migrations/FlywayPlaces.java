package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flyway takes one set of migrations from several folders. */
final class FlywayPlaces {
  private static final String RESOURCES = "src/main/resources/";
  private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

  private FlywayPlaces() {}

  /**
   * Every file that Flyway would look at when this folder is one of its places, from this folder:
   * those of its other places, and of the packages that a class path puts over it.
   */
  static List<String> paths(SourceFolder folder, FlywaySettings settings) {
    List<String> paths = new ArrayList<>(folder.paths());
    for (SourceFolder other : others(folder, settings)) {
      String way = folder.wayTo(other);
      other.paths().forEach(path -> paths.add(way + "/" + path));
    }
    return paths;
  }

  private static List<SourceFolder> others(SourceFolder folder, FlywaySettings settings) {
    List<SourceFolder> others = new ArrayList<>();
    Optional<SourceFolder> project = FlywaySettings.project(folder);
    List<SourceFolder> places =
        project.stream()
            .flatMap(from -> settings.locations().stream().flatMap(at -> from.below(at).stream()))
            .toList();
    if (places.stream().anyMatch(folder::isSame)) {
      places.stream().filter(place -> !folder.isSame(place)).forEach(others::add);
    }
    String path = folder.wholePath();
    int at = path.lastIndexOf(RESOURCES);
    if (at >= 0) {
      String packages = path.substring(at + RESOURCES.length());
      String up = "../".repeat(packages.split("/").length + 1);
      LANGUAGES.forEach(
          language -> folder.below(up + language + "/" + packages).ifPresent(others::add));
    }
    return others;
  }
}
