package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Folders of Prisma Migrate, each with a migration.sql. */
final class PrismaFiles implements Convention {
  private static final String SCRIPT = "/migration.sql";
  private static final String LOCK = "migration_lock.toml";
  private static final Pattern PLACE =
      Pattern.compile("migrations\\s*:\\s*\\{[^}]*?\\bpath\\s*:\\s*[\"'`]([^\"'`]+)[\"'`]");

  @Override
  public MigrationTool tool() {
    return MigrationTool.PRISMA;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting("prisma.config.ts", PLACE).ifPresent(places::add);
    places.addAll(List.of("prisma/migrations", "migrations", "src/prisma/migrations"));
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.has(LOCK) || fits(folder) && !DrizzleFiles.isNewLayout(folder);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.has(LOCK)
        || folder.folders().stream().anyMatch(name -> folder.has(name + SCRIPT));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        folder.folders().stream()
            .map(
                name -> {
                  MigrationFile file = MigrationFile.versioned(name, name + SCRIPT).called(name);
                  return folder
                      .text(name + SCRIPT)
                      .map(text -> file.withChecksums(checksums(text)))
                      .orElse(file);
                })
            .toList();
    return folder.migrations(tool(), files);
  }

  /** Prisma takes either end of lines for the same, and once wrote bytes below 16 in one digit. */
  private static List<String> checksums(String text) {
    Set<String> all = new LinkedHashSet<>();
    for (String spelled : List.of(text, text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))) {
      all.add(Checksums.sha256(spelled.getBytes(UTF_8)));
    }
    for (String padded : List.copyOf(all)) {
      all.add(padded.replaceAll("0([0-9a-f])|([1-9a-f][0-9a-f])", "$1$2"));
    }
    return List.copyOf(all);
  }
}
