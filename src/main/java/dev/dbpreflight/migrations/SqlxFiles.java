package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL files of sqlx, simple or in pairs, in a Rust project. */
final class SqlxFiles implements Convention {
  private static final Pattern NAME = Pattern.compile("(\\d+)_(.*\\.sql)");
  private static final String DOWN = ".down.sql";
  private static final Pattern PLACE =
      Pattern.compile("(?m)^\\s*migrations-dir\\s*=\\s*[\"']([^\"']+)[\"']");
  private static final Pattern IGNORED =
      Pattern.compile("(?m)^\\s*ignored-chars\\s*=\\s*\\[([^\\]]*)\\]");

  @Override
  public MigrationTool tool() {
    return MigrationTool.SQLX;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting("sqlx.toml", PLACE).ifPresent(places::add);
    places.add("migrations");
    places.add("db/migrations");
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return fits(folder) && isRust(folder);
  }

  /** The nearest project around a folder is one of Rust, and not one of Go. */
  static boolean isRust(SourceFolder folder) {
    int go = folder.nearest("go.mod").map(project -> project.wholePath().length()).orElse(0);
    return folder
        .nearest("Cargo.toml")
        .filter(project -> project.wholePath().length() > go)
        .isPresent();
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<NumberedFile> all = NumberedFile.in(folder.names(), NAME);
    Set<String> reversible = new HashSet<>();
    all.stream()
        .filter(file -> file.path().endsWith(DOWN))
        .forEach(file -> reversible.add(file.id(tool())));
    String ignored =
        folder
            .nearest("sqlx.toml")
            .flatMap(project -> project.setting("sqlx.toml", IGNORED))
            .map(SqlxFiles::characters)
            .orElse("");
    List<MigrationFile> files =
        all.stream()
            .filter(file -> !file.path().endsWith(DOWN))
            .sorted(NumberedFile.BY_NUMBER)
            .map(file -> read(folder, file, reversible, ignored))
            .toList();
    return folder.migrations(tool(), files);
  }

  private MigrationFile read(
      SourceFolder folder, NumberedFile file, Set<String> reversible, String ignored) {
    MigrationFile migration =
        file.migration(tool())
            .withWayDown(reversible.contains(file.id(tool())) ? WayDown.PRESENT : WayDown.ABSENT);
    Optional<String> text = folder.text(file.path());
    return text.map(
            sql ->
                migration
                    .withChecksums(List.of(Checksums.sha384(without(ignored, sql).getBytes(UTF_8))))
                    .withTransaction(!sql.startsWith("-- no-transaction")))
        .orElse(migration);
  }

  private static String without(String ignored, String sql) {
    if (ignored.isEmpty()) {
      return sql;
    }
    StringBuilder kept = new StringBuilder(sql.length());
    sql.chars().filter(each -> ignored.indexOf(each) < 0).forEach(each -> kept.append((char) each));
    return kept.toString();
  }

  /** The characters of a list in TOML: {@code ["\r", "\t"]}. */
  private static String characters(String list) {
    StringBuilder found = new StringBuilder();
    Matcher quoted =
        Pattern.compile("[\"'](\\\\u[0-9a-fA-F]{4}|\\\\[bfnrt\"\\\\]|[^\"'\\\\])[\"']")
            .matcher(list);
    while (quoted.find()) {
      found.append(character(quoted.group(1)));
    }
    return found.toString();
  }

  private static String character(String written) {
    return written.startsWith("\\u")
        ? String.valueOf((char) Integer.parseInt(written.substring(2), 16))
        : written.translateEscapes();
  }
}
