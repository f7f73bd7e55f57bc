package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rails: classes in files with a number in front, which is all that is recorded. */
final class RailsFiles implements Convention {
  private static final Pattern FILE =
      Pattern.compile("(?:.*/)?(\\d+)_([_a-z0-9]*)\\.?[_a-z0-9]*\\.rb");

  /** Calls that cannot be taken back by themselves. */
  private static final Set<String> IRREVERSIBLE = Set.of("execute", "change_column");

  /** What begins a part that says itself how it is taken back. */
  private static final Set<String> BOTH_WAYS = Set.of("reversible", "up_only", "revert");

  @Override
  public MigrationTool tool() {
    return MigrationTool.RAILS;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("db/migrate");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> FILE.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        folder.paths().stream()
            .filter(path -> FILE.matcher(path).matches())
            .map(path -> file(folder, path))
            .sorted(
                Comparator.comparing((MigrationFile file) -> new BigInteger(file.id()))
                    .thenComparing(MigrationFile::path))
            .toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile file(SourceFolder folder, String path) {
    Matcher name = FILE.matcher(path);
    if (!name.matches()) {
      throw new IllegalArgumentException(path);
    }
    MigrationFile file = MigrationFile.versioned(MigrationId.of(tool(), name.group(1)), path);
    return folder
        .text(path)
        .map(text -> understood(folder, file, text, name.group(2).replace("_", "")))
        .orElse(file);
  }

  private static MigrationFile understood(
      SourceFolder folder, MigrationFile file, String text, String wanted) {
    try {
      Code code = RubyTokens.of(text);
      // Rails makes the class's name of the file's; only a project's inflections know the capitals.
      boolean there =
          code.all("class")
              .filter(place -> code.isName(place + 1))
              .mapToObj(place -> lastName(code, place + 1).toLowerCase(Locale.ROOT))
              .anyMatch(name -> name.replace("_", "").equals(wanted));
      if (!there) {
        folder.cannotRead(file.path(), 0, "has no class of the name that its file has");
      }
      return file.withTransaction(!code.hasName("disable_ddl_transaction!"))
          .withWayDown(wayDown(code));
    } catch (CodeFault broken) {
      folder.cannotRead(file.path(), broken.line(), broken.reason());
      return file;
    }
  }

  private static String lastName(Code code, int first) {
    int place = first;
    while (code.is(place + 1, "::") && code.isName(place + 2)) {
      place += 2;
    }
    return code.at(place).text();
  }

  private static WayDown wayDown(Code code) {
    List<String> down = method(code, "down");
    List<String> change = method(code, "change");
    if (down != null) {
      boolean nothing = down.isEmpty() || down.contains("IrreversibleMigration");
      return nothing ? WayDown.ABSENT : WayDown.PRESENT;
    }
    if (change == null) {
      return method(code, "up") == null ? WayDown.UNKNOWN : WayDown.ABSENT;
    }
    boolean bothWays = change.stream().anyMatch(BOTH_WAYS::contains);
    boolean refused =
        change.contains("IrreversibleMigration")
            || (!bothWays && change.stream().anyMatch(IRREVERSIBLE::contains));
    return refused ? WayDown.ABSENT : WayDown.PRESENT;
  }

  /** The names in a method, up to the next one; null when there is no such method. */
  private static List<String> method(Code code, String name) {
    int place = 0;
    while (place < code.size()
        && !code.is(place, "def", name)
        && !code.is(place, "def", "self", ".", name)) {
      place++;
    }
    if (place == code.size()) {
      return null;
    }
    List<String> names = new ArrayList<>();
    place += code.is(place + 1, "self") ? 4 : 2;
    while (place < code.size() && !code.is(place, "def")) {
      if (code.isName(place)) {
        names.add(code.at(place).text());
      }
      place++;
    }
    boolean nothing = names.stream().allMatch(Set.of("end", "nil", "return", "true")::contains);
    return nothing ? List.of() : names;
  }
}
