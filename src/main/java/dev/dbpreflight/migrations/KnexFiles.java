package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.ScriptMembers.Part;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Knex: files in the order of their names, which are what it records, with their endings. */
final class KnexFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(?!.*\\.d\\.ts$).+\\.(cjs|js|ts)");

  /** What Knex runs too, and nobody reads here. */
  private static final Pattern OTHER = Pattern.compile(".+\\.(co|coffee|eg|iced|litcoffee|ls)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.KNEX;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return ScriptSettings.places(
        project,
        List.of("knexfile.js", "knexfile.ts", "knexfile.cjs", "knexfile.mjs"),
        "directory",
        List.of("migrations", "db/migrations", "database/migrations", "src/migrations"));
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return ScriptFolder.owns(folder, tool(), names(folder));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    folder.names().stream()
        .filter(name -> OTHER.matcher(name).matches())
        .forEach(name -> folder.cannotRead(name, 0, "is neither JavaScript nor TypeScript"));
    List<MigrationFile> known =
        names(folder).stream().map(name -> MigrationFile.versioned(name, name)).toList();
    return folder.migrations(tool(), ScriptFolder.read(folder, known, KnexFiles::understood));
  }

  private static List<String> names(SourceFolder folder) {
    return folder.names().stream().filter(name -> NAME.matcher(name).matches()).toList();
  }

  private static MigrationFile understood(MigrationFile file, Code code) {
    Map<String, Part> exported = ScriptMembers.exported(code);
    return file.withWayDown(ScriptFunction.wayDown(code, exported.get("down")))
        .withTransaction(!optsOut(code, exported.get("config")));
  }

  private static boolean optsOut(Code code, Part config) {
    if (config == null || !code.is(config.from(), "{")) {
      return false;
    }
    Part value = ScriptMembers.between(code, config.from()).get("transaction");
    return value != null && code.is(value.from(), "false");
  }
}
