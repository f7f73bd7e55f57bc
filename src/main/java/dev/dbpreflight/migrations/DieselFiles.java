package dev.dbpreflight.migrations;

import static java.util.Comparator.comparing;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Folders of Diesel, each with an up.sql. */
final class DieselFiles implements Convention {
  private static final String UP = "/up.sql";
  private static final Pattern PLACE =
      Pattern.compile("\\[migrations_directory\\][^\\[]*?\\bdir\\s*=\\s*[\"']([^\"']+)[\"']");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");

  @Override
  public MigrationTool tool() {
    return MigrationTool.DIESEL;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting("diesel.toml", PLACE).ifPresent(places::add);
    places.add("migrations");
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.folders().stream().anyMatch(name -> folder.has(name + UP));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        folder.folders().stream()
            .filter(name -> folder.has(name + UP) || folder.has(name + "/down.sql"))
            .map(name -> read(folder, name))
            .sorted(comparing(MigrationFile::id).thenComparing(MigrationFile::path))
            .toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile read(SourceFolder folder, String name) {
    String version = name.split("_", 2)[0].replace("-", "");
    MigrationFile file =
        MigrationFile.versioned(MigrationId.of(tool(), version), name + UP).called(name);
    folder.text(name + UP);
    String down = name + "/down.sql";
    String metadata = name + "/metadata.toml";
    return file.withWayDown(
            folder.has(down) ? Directives.wayDown(folder.glance(down)) : WayDown.ABSENT)
        .withTransaction(
            !(folder.has(metadata) && NO_TRANSACTION.matcher(folder.glance(metadata)).find()));
  }
}
