package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of migrations in JavaScript or TypeScript, and whose they are. */
final class ScriptFolder {
  private static final Pattern SCRIPT = Pattern.compile("(?!.*\\.d\\.[cm]?ts$).+\\.[cm]?[jt]s");

  /** Whoever cannot be told by that many files cannot be told by more. */
  private static final int ENOUGH = 20;

  private ScriptFolder() {}

  static boolean isScript(String name) {
    return SCRIPT.matcher(name).matches();
  }

  /**
   * Whether a folder's scripts are this tool's, or may be because nothing says whose they are: then
   * the first tool that is asked has them.
   */
  static boolean owns(SourceFolder folder, MigrationTool tool, List<String> scripts) {
    List<Code> some =
        scripts.stream()
            .limit(ENOUGH)
            .flatMap(name -> code(folder, name))
            .filter(ScriptFolder::migrates)
            .toList();
    return !some.isEmpty()
        && some.stream()
            .map(ScriptFolder::signature)
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> besideIt(folder))
            .map(tool::equals)
            .orElse(true);
  }

  /** A knexfile, or a script that helps the others, is no migration. */
  private static boolean migrates(Code code) {
    return ScriptMembers.exported(code).containsKey("up") || !TypeOrmFiles.classes(code).isEmpty();
  }

  /** Whose interface a script uses. */
  private static Optional<MigrationTool> signature(Code code) {
    if (code.hasName("MigrationInterface") || !TypeOrmFiles.classes(code).isEmpty()) {
      return Optional.of(MigrationTool.TYPEORM);
    }
    if (code.hasName("pgm") || imports(code, "node-pg-migrate")) {
      return Optional.of(MigrationTool.NODE_PG_MIGRATE);
    }
    if (code.hasName("queryInterface") || code.hasName("QueryInterface")) {
      return Optional.of(MigrationTool.SEQUELIZE);
    }
    if (code.hasName("Kysely") || imports(code, "kysely")) {
      return Optional.of(MigrationTool.KYSELY);
    }
    return code.hasName("knex") || code.hasName("Knex")
        ? Optional.of(MigrationTool.KNEX)
        : Optional.empty();
  }

  private static boolean imports(Code code, String module) {
    for (int place = 1; place < code.size(); place++) {
      boolean imported = code.is(place - 1, "from") || code.is(place - 2, "require", "(");
      if (imported && code.isString(place) && code.at(place).text().equals(module)) {
        return true;
      }
    }
    return false;
  }

  /** Whose configuration is in the folder, or in one of the two above it. */
  private static Optional<MigrationTool> besideIt(SourceFolder folder) {
    return Stream.of("", "../", "../../")
        .flatMap(
            place ->
                Stream.concat(
                    configured(folder, place, "knexfile", MigrationTool.KNEX),
                    Stream.concat(
                        configured(folder, place, ".sequelizerc", MigrationTool.SEQUELIZE),
                        configured(folder, place, "ormconfig", MigrationTool.TYPEORM))))
        .findFirst();
  }

  private static Stream<MigrationTool> configured(
      SourceFolder folder, String place, String name, MigrationTool tool) {
    return Stream.of("", ".js", ".ts", ".cjs", ".mjs", ".json")
            .anyMatch(ending -> folder.has(place + name + ending))
        ? Stream.of(tool)
        : Stream.empty();
  }

  private static Stream<Code> code(SourceFolder folder, String name) {
    return folder
        .text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(ScriptTokens.of(text));
              } catch (CodeFault broken) {
                return Optional.empty();
              }
            })
        .stream();
  }

  /**
   * The migrations of files that are known by their names: one that cannot be understood is still
   * known, and remembered as not understood.
   *
   * @param known what its name alone says of a file
   * @param understood adds what its text says
   */
  static List<MigrationFile> read(
      SourceFolder folder,
      List<MigrationFile> known,
      BiFunction<MigrationFile, Code, MigrationFile> understood) {
    List<MigrationFile> files = new ArrayList<>();
    for (MigrationFile file : known) {
      files.add(
          folder.text(file.path()).map(text -> one(folder, file, text, understood)).orElse(file));
    }
    return files;
  }

  private static MigrationFile one(
      SourceFolder folder,
      MigrationFile file,
      String text,
      BiFunction<MigrationFile, Code, MigrationFile> understood) {
    try {
      Code code = ScriptTokens.of(text);
      if (!ScriptMembers.exported(code).containsKey("up")) {
        folder.cannotRead(file.path(), 0, "exports no function \"up\"");
      }
      return understood.apply(file, code);
    } catch (CodeFault broken) {
      folder.cannotRead(file.path(), broken.line(), broken.reason());
      return file;
    }
  }
}
