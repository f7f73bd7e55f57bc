package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL files with a number in front, run by hand or by a script of the project's own. */
final class NumberedSqlFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("[vV]?(\\d+)[^/]*\\.(?i:sql)");

  @Override
  public MigrationTool tool() {
    return MigrationTool.NUMBERED_SQL;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("migrations", "db/migrations", "sql/migrations", "database/migrations");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        folder.names().stream()
            .filter(name -> NAME.matcher(name).matches())
            .filter(name -> folder.text(name).isPresent())
            .sorted(Comparator.comparing(NumberedSqlFiles::number).thenComparing(name -> name))
            .map(name -> MigrationFile.versioned(name.replaceFirst("\\.\\w+$", ""), name))
            .toList();
    return folder.migrations(tool(), files);
  }

  private static BigInteger number(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name);
    }
    return new BigInteger(matcher.group(1));
  }
}
