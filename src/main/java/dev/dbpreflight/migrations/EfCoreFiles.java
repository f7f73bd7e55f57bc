package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * EF Core: classes whose id is in an attribute, which the generator puts into a second file of the
 * same class; the order is that of the ids.
 */
final class EfCoreFiles implements Convention {
  private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d{14}_[^/]+?)\\.cs");
  private static final String DESIGNER = ".Designer.cs";

  @Override
  public MigrationTool tool() {
    return MigrationTool.EF_CORE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("Migrations", "Data/Migrations", "Persistence/Migrations", "src/Migrations");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.names().stream()
        .filter(name -> FILE.matcher(name).matches())
        .limit(1)
        .flatMap(name -> folder.text(name).stream())
        .anyMatch(text -> text.contains("Microsoft.EntityFrameworkCore"));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<String> paths = folder.paths().stream().filter(path -> path.endsWith(".cs")).toList();
    Map<String, Code> codes = new HashMap<>();
    for (String path : paths) {
      folder.text(path).ifPresent(text -> understand(folder, path, text, codes));
    }
    Map<String, String> ids = new HashMap<>();
    codes.forEach((path, code) -> ids(path, code, ids));
    List<MigrationFile> files = new ArrayList<>();
    for (String path : paths) {
      if (codes.containsKey(path)) {
        migrations(path, codes.get(path), ids, files);
      } else if (FILE.matcher(path).matches() && !path.endsWith(DESIGNER)) {
        // It is known by its name, though not understood.
        files.add(MigrationFile.versioned(fileName(path), path));
      }
    }
    files.sort(Comparator.comparing(MigrationFile::id).thenComparing(MigrationFile::path));
    return folder.migrations(tool(), files);
  }

  private static void understand(
      SourceFolder folder, String path, String text, Map<String, Code> codes) {
    try {
      codes.put(path, CSharpTokens.of(text));
    } catch (CodeFault broken) {
      folder.cannotRead(path, broken.line(), broken.reason());
    }
  }

  /** The ids in attributes, by the folder and name of the class behind each. */
  private static void ids(String path, Code code, Map<String, String> ids) {
    code.all("Migration", "(")
        .filter(place -> code.isString(place + 2))
        .forEach(
            place -> {
              int at = code.find("class", place, code.size());
              if (code.isName(at + 1)) {
                ids.put(key(path, code.at(at + 1).text()), code.at(place + 2).text());
              }
            });
  }

  private static void migrations(
      String path, Code code, Map<String, String> ids, List<MigrationFile> files) {
    code.all("class")
        .filter(place -> code.isName(place + 1) && code.is(place + 2, ":", "Migration"))
        .forEach(
            place -> {
              String id = ids.getOrDefault(key(path, code.at(place + 1).text()), fileName(path));
              int open = code.find("{", place, code.size());
              if (open < code.size()) {
                files.add(migration(path, code, open, id));
              }
            });
  }

  private static MigrationFile migration(String path, Code code, int open, String id) {
    int up = method(code, open, "Up");
    boolean optsOut = false;
    for (int place = Math.max(up, 0); up >= 0 && place < end(code, up); place++) {
      optsOut |= code.is(place, "suppressTransaction", ":", "true");
    }
    return MigrationFile.versioned(id, path)
        .withTransaction(!optsOut)
        .withWayDown(wayDown(code, method(code, open, "Down")));
  }

  /** Where a method's name is in a class; -1 when it has no such method. */
  private static int method(Code code, int open, String name) {
    int place = open + 1;
    while (place < code.partner(open)) {
      if (code.is(place, name, "(")) {
        return place;
      }
      place = code.behind(place);
    }
    return -1;
  }

  private static WayDown wayDown(Code code, int down) {
    if (down < 0) {
      return WayDown.ABSENT;
    }
    int body = code.behind(down + 1);
    int first = body + 1;
    boolean nothing = first >= end(code, down) || code.is(first, "}") || code.is(first, "throw");
    return nothing ? WayDown.ABSENT : WayDown.PRESENT;
  }

  /** Behind the body of a method, which is a block or an expression behind an arrow. */
  private static int end(Code code, int method) {
    int body = code.behind(method + 1);
    if (body < code.size() && code.is(body, "{")) {
      return code.partner(body);
    }
    return code.find(";", body, code.size());
  }

  private static String key(String path, String name) {
    return path.substring(0, path.lastIndexOf('/') + 1) + name;
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.cs$", "");
  }
}
