package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQL files of goose, told by their comments, and the names of those written in Go. */
final class GooseFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*(?<!_test)\\.(?:sql|go))");
  private static final Pattern UP = comment("Up");
  private static final Pattern DOWN = comment("Down");
  private static final Pattern NO_TRANSACTION = comment("NO TRANSACTION");
  private static final Pattern PLACE =
      Pattern.compile("(?m)^\\s*(?:export\\s+)?GOOSE_MIGRATION_DIR\\s*=\\s*[\"']?([^\"'\\s#]+)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.GOOSE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting(".env", PLACE).ifPresent(places::add);
    places.addAll(
        List.of(
            "migrations",
            "db/migrations",
            "sql/migrations",
            "sql/schema",
            "internal/db/migrations",
            "internal/database/migrations",
            "database/migrations"));
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.someFile(NAME, UP);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        NumberedFile.in(folder.names(), NAME).stream()
            .filter(file -> !file.digits().matches("0+"))
            .sorted(NumberedFile.BY_NUMBER)
            .map(file -> read(folder, file))
            .toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile read(SourceFolder folder, NumberedFile file) {
    MigrationFile migration = file.migration(tool());
    return folder
        .text(file.path())
        .map(
            text ->
                file.path().endsWith(".go")
                    ? migration.withTransaction(!text.contains("NoTx"))
                    : inSql(folder, migration, text))
        .orElse(migration);
  }

  private static MigrationFile inSql(SourceFolder folder, MigrationFile file, String text) {
    Directives ways = Directives.of(text, UP, DOWN);
    if (ways.up().isEmpty()) {
      folder.cannotRead(file.path(), 0, "has no line \"-- +goose Up\", so goose refuses it");
    }
    return file.withTransaction(!NO_TRANSACTION.matcher(text).find()).withWayDown(ways.wayDown());
  }

  private static Pattern comment(String words) {
    return Pattern.compile("(?mi)^--[ \\t]*\\+goose " + words + "[ \\t\\r]*$");
  }
}
