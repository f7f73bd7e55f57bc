package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sequelize's command line and Umzug: files in the order of their names, which are what they
 * record, with their endings. There is no transaction but those that a migration opens itself.
 */
final class SequelizeFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(?!.*\\.d\\.ts$).*\\.(cjs|js|cts|ts)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.SEQUELIZE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return ScriptSettings.places(
        project,
        List.of(".sequelizerc"),
        "migrations-path",
        List.of("migrations", "db/migrations", "database/migrations", "src/migrations"));
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return ScriptFolder.owns(folder, tool(), names(folder));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> known =
        names(folder).stream().map(name -> MigrationFile.versioned(name, name)).toList();
    return folder.migrations(
        tool(),
        ScriptFolder.read(
            folder,
            known,
            (file, code) ->
                file.withWayDown(
                        ScriptFunction.wayDown(code, ScriptMembers.exported(code).get("down")))
                    .withTransaction(code.has(".", "transaction", "("))));
  }

  private static List<String> names(SourceFolder folder) {
    return folder.names().stream().filter(name -> NAME.matcher(name).matches()).toList();
  }
}
