package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.ScriptMembers.Part;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * node-pg-migrate: scripts and SQL files in the order of the numbers in front of their names, which
 * are what it records, without their endings.
 */
final class NodePgMigrateFiles implements Convention {
  private static final Pattern NAME =
      Pattern.compile("(\\d+)(?!.*\\.d\\.[cm]?ts$).*\\.([cm]?[jt]s|sql)");

  private static final Pattern DOWN = Pattern.compile("^\\s*--[\\s-]*down\\s+migration.*$", mode());

  private static final Pattern UP = Pattern.compile("^\\s*--[\\s-]*up\\s+migration", mode());

  /** Calls that are taken back by themselves, or need not be. */
  private static final Pattern REVERSIBLE =
      Pattern.compile("(create|add|rename|grant|refresh)[A-Z]\\w*|func|noTransaction|literal");

  @Override
  public MigrationTool tool() {
    return MigrationTool.NODE_PG_MIGRATE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return ScriptSettings.places(
        project,
        List.of("config/default.json", ".node-pg-migraterc", "package.json"),
        "migrations-dir",
        List.of("migrations", "db/migrations"));
  }

  @Override
  public boolean owns(SourceFolder folder) {
    List<String> names = names(folder);
    List<String> scripts = names.stream().filter(ScriptFolder::isScript).toList();
    if (!scripts.isEmpty()) {
      return ScriptFolder.owns(folder, tool(), scripts);
    }
    return names.stream()
        .findFirst()
        .flatMap(folder::text)
        .filter(text -> UP.matcher(text).find())
        .isPresent();
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files = new ArrayList<>();
    for (String name : names(folder)) {
      MigrationFile file = MigrationFile.versioned(name.replaceFirst("\\.[^.]+$", ""), name);
      if (ScriptFolder.isScript(name)) {
        files.addAll(ScriptFolder.read(folder, List.of(file), NodePgMigrateFiles::understood));
      } else {
        files.add(folder.text(name).map(sql -> file.withWayDown(downOf(sql))).orElse(file));
      }
    }
    return folder.migrations(tool(), files);
  }

  private static List<String> names(SourceFolder folder) {
    return folder.names().stream()
        .filter(name -> NAME.matcher(name).matches())
        .sorted(Comparator.comparing(NodePgMigrateFiles::number).thenComparing(name -> name))
        .toList();
  }

  private static BigInteger number(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? new BigInteger(matcher.group(1)) : BigInteger.ZERO;
  }

  private static MigrationFile understood(MigrationFile file, Code code) {
    Map<String, Part> exported = ScriptMembers.exported(code);
    Part down = exported.get("down");
    boolean inferred = down == null || code.is(down.from(), "undefined");
    return file.withTransaction(!code.has(".", "noTransaction", "("))
        .withWayDown(
            inferred ? reversal(code, exported.get("up")) : ScriptFunction.wayDown(code, down));
  }

  /** Without a way down of its own a migration is taken back call by call, if every call can be. */
  private static WayDown reversal(Code code, Part up) {
    if (up == null) {
      return WayDown.UNKNOWN;
    }
    boolean called = false;
    for (int place = up.from(); place + 2 < up.to(); place++) {
      if (code.is(place, "pgm", ".") && code.isName(place + 2) && code.is(place + 3, "(")) {
        String call = code.at(place + 2).text();
        called = true;
        if (!REVERSIBLE.matcher(call).matches() || call.equals("addTypeValue")) {
          return WayDown.ABSENT;
        }
      }
    }
    return called ? WayDown.PRESENT : WayDown.UNKNOWN;
  }

  private static WayDown downOf(String sql) {
    Matcher mark = DOWN.matcher(sql);
    if (!mark.find()) {
      return WayDown.ABSENT;
    }
    boolean statements =
        sql.substring(mark.end())
            .lines()
            .map(String::strip)
            .anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    return statements ? WayDown.PRESENT : WayDown.ABSENT;
  }

  private static int mode() {
    return Pattern.MULTILINE | Pattern.CASE_INSENSITIVE;
  }
}
