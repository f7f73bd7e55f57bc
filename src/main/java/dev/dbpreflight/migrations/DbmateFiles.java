package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQL files of dbmate, told by their comments. */
final class DbmateFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(\\d+)(.*\\.sql)");
  private static final Pattern UP = Pattern.compile("(?m)^--\\s*migrate:up(?:\\s*$|\\s+\\S+)");
  private static final Pattern DOWN = Pattern.compile("(?m)^--\\s*migrate:down(?:\\s*$|\\s+\\S+)");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("--\\s*migrate:up\\b[^\\n]*\\stransaction:false(?:\\s[\\S\\s]*)?");
  private static final Pattern PLACE =
      Pattern.compile("(?m)^\\s*(?:export\\s+)?DBMATE_MIGRATIONS_DIR\\s*=\\s*[\"']?([^\"'\\s#]+)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.DBMATE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting(".env", PLACE).ifPresent(places::add);
    places.addAll(List.of("db/migrations", "migrations"));
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.someFile(NAME, UP);
  }

  @Override
  public Migrations read(SourceFolder folder) {
    // In the order of the names as text: "10" comes before "9".
    List<MigrationFile> files =
        NumberedFile.in(folder.names(), NAME).stream().map(file -> read(folder, file)).toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile read(SourceFolder folder, NumberedFile file) {
    MigrationFile migration = file.migration(tool());
    return folder
        .text(file.path())
        .map(
            text -> {
              Directives ways = Directives.of(text, UP, DOWN);
              if (ways.up().isEmpty()) {
                folder.cannotRead(
                    file.path(), 0, "has no line \"-- migrate:up\", so dbmate refuses it");
              }
              boolean without =
                  ways.up().filter(up -> NO_TRANSACTION.matcher(up).matches()).isPresent();
              return migration.withTransaction(!without).withWayDown(ways.wayDown());
            })
        .orElse(migration);
  }
}
