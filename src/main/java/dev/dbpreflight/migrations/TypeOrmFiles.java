package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.ScriptMembers.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * TypeORM: classes, wherever their files are, in the order of the time at the end of their names,
 * which are what it records. A file's own name does not matter.
 */
final class TypeOrmFiles implements Convention {
  private static final int DIGITS = 13;
  private static final Pattern WITH_TIME = Pattern.compile(".*\\d{" + DIGITS + "}");

  @Override
  public MigrationTool tool() {
    return MigrationTool.TYPEORM;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return ScriptSettings.places(
        project,
        List.of(
            "data-source.ts",
            "src/data-source.ts",
            "src/database/data-source.ts",
            "data-source.js",
            "src/data-source.js",
            "ormconfig.json",
            "ormconfig.js",
            "ormconfig.ts"),
        "migrations",
        List.of(
            "src/migration",
            "src/migrations",
            "migration",
            "migrations",
            "src/database/migrations",
            "src/db/migrations"));
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return ScriptFolder.owns(
        folder, tool(), folder.names().stream().filter(ScriptFolder::isScript).toList());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files = new ArrayList<>();
    for (String path : scripts(folder)) {
      folder.text(path).ifPresent(text -> read(folder, path, text, files));
    }
    files.sort(Comparator.comparing(TypeOrmFiles::time).thenComparing(MigrationFile::id));
    return folder.migrations(tool(), files);
  }

  private static List<String> scripts(SourceFolder folder) {
    return folder.paths().stream()
        .filter(ScriptFolder::isScript)
        .filter(path -> !path.startsWith("node_modules/") && !path.contains("/node_modules/"))
        .toList();
  }

  private static void read(
      SourceFolder folder, String path, String text, List<MigrationFile> files) {
    try {
      Code code = ScriptTokens.of(text);
      for (int place : classes(code)) {
        Optional<MigrationFile> migration = migration(code, place, path);
        migration.ifPresent(files::add);
        if (migration.isEmpty()) {
          folder.cannotRead(
              path,
              code.line(place),
              "the name of its class does not end in a time of " + DIGITS + " digits");
        }
      }
    } catch (CodeFault broken) {
      folder.cannotRead(path, broken.line(), broken.reason());
    }
  }

  /** Where the classes of migrations begin: those that say so, or are named like one. */
  static List<Integer> classes(Code code) {
    return code.all("class")
        .filter(
            place -> {
              int brace = code.find("{", place, code.size());
              boolean named =
                  code.isName(place + 1) && WITH_TIME.matcher(code.at(place + 1).text()).matches();
              return brace < code.size() && (named || says(code, place, brace));
            })
        .boxed()
        .toList();
  }

  private static boolean says(Code code, int from, int brace) {
    for (int place = from; place < brace; place++) {
      if (code.is(place, "implements") || code.is(place, "MigrationInterface")) {
        return code.all("MigrationInterface").anyMatch(at -> at > from && at < brace);
      }
    }
    return false;
  }

  private static Optional<MigrationFile> migration(Code code, int place, String path) {
    Map<String, Part> members = ScriptMembers.between(code, code.find("{", place, code.size()));
    Part named = members.get("name");
    String name = code.isName(place + 1) ? code.at(place + 1).text() : "";
    if (named != null && code.isString(named.from())) {
      name = code.at(named.from()).text();
    }
    if (!WITH_TIME.matcher(name).matches()) {
      return Optional.empty();
    }
    Part transaction = members.get("transaction");
    boolean optsOut = transaction != null && code.is(transaction.from(), "false");
    return Optional.of(
        new MigrationFile(
            name,
            name,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            path,
            code.line(place),
            MigrationFile.Kind.VERSIONED,
            List.of(),
            !optsOut,
            ScriptFunction.wayDown(code, members.get("down"))));
  }

  private static long time(MigrationFile file) {
    return Long.parseLong(file.id().substring(file.id().length() - DIGITS));
  }
}
