package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.List;
import java.util.regex.Pattern;

/** SQL files of the Supabase CLI, told by the place where that keeps them. */
final class SupabaseFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*\\.sql)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.SUPABASE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("supabase/migrations");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.isCalled("supabase/migrations") && fits(folder);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    // In the order of the names as text, as the CLI takes them.
    List<MigrationFile> files =
        NumberedFile.in(folder.names(), NAME).stream()
            .map(
                file -> {
                  folder.text(file.path());
                  return file.migration(tool());
                })
            .toList();
    return folder.migrations(tool(), files);
  }
}
