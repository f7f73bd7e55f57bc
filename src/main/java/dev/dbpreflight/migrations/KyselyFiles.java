package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Kysely: files in the order of their names, which are what it records, without their endings. */
final class KyselyFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(?!.*\\.d\\.m?ts$).+\\.m?[jt]s");

  @Override
  public MigrationTool tool() {
    return MigrationTool.KYSELY;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return ScriptSettings.places(
        project,
        List.of("kysely.config.ts", "kysely.config.js"),
        "migrationFolder",
        List.of("migrations", "db/migrations", "src/migrations", "src/db/migrations"));
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return ScriptFolder.owns(folder, tool(), names(folder));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> known =
        names(folder).stream()
            .map(name -> MigrationFile.versioned(name.replaceFirst("\\.\\w+$", ""), name))
            .sorted(Comparator.comparing(MigrationFile::id))
            .toList();
    return folder.migrations(
        tool(),
        ScriptFolder.read(
            folder,
            known,
            (file, code) ->
                file.withWayDown(
                    ScriptFunction.wayDown(code, ScriptMembers.exported(code).get("down")))));
  }

  private static List<String> names(SourceFolder folder) {
    return folder.names().stream().filter(name -> NAME.matcher(name).matches()).toList();
  }
}
