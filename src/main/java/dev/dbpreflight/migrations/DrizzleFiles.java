package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SQL files of Drizzle: up to 0.x those that a journal lists, from 1.0 on one folder each with a
 * migration.sql and a snapshot.json.
 */
final class DrizzleFiles implements Convention {
  static final String JOURNAL = "meta/_journal.json";

  private static final String SCRIPT = "/migration.sql";
  private static final List<String> CONFIGURATIONS =
      List.of(
          "drizzle.config.ts", "drizzle.config.js", "drizzle.config.json", "drizzle.config.mjs");
  private static final Pattern PLACE =
      Pattern.compile("[\"']?\\bout[\"']?\\s*:\\s*[\"'`]([^\"'`]+)[\"'`]");

  @Override
  public MigrationTool tool() {
    return MigrationTool.DRIZZLE;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    CONFIGURATIONS.forEach(file -> project.setting(file, PLACE).ifPresent(places::add));
    places.addAll(
        List.of("drizzle", "migrations", "drizzle/migrations", "src/db/migrations", "src/drizzle"));
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.has(JOURNAL) || isNewLayout(folder);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.has(JOURNAL)
        || folder.folders().stream().anyMatch(name -> folder.has(name + SCRIPT));
  }

  /** Folders with a migration.sql are Prisma's too; the snapshot beside it is Drizzle's. */
  static boolean isNewLayout(SourceFolder folder) {
    return folder.folders().stream()
        .anyMatch(name -> folder.has(name + SCRIPT) && folder.has(name + "/snapshot.json"));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    return folder.migrations(tool(), folder.has(JOURNAL) ? listed(folder) : inFolders(folder));
  }

  private static List<MigrationFile> listed(SourceFolder folder) {
    List<DrizzleJournal.Entry> entries = DrizzleJournal.read(folder);
    Set<String> known = new HashSet<>();
    List<MigrationFile> files = new ArrayList<>();
    for (DrizzleJournal.Entry entry : entries) {
      String path = entry.tag() + ".sql";
      known.add(path);
      files.add(read(folder, MigrationFile.versioned(entry.when(), path).called(entry.tag())));
    }
    folder.names().stream()
        .filter(name -> name.endsWith(".sql") && !known.contains(name))
        .forEach(
            name ->
                folder.cannotRead(name, 0, "is not in " + JOURNAL + ", so Drizzle never runs it"));
    return files;
  }

  private static List<MigrationFile> inFolders(SourceFolder folder) {
    return folder.folders().stream()
        .filter(name -> folder.has(name + SCRIPT))
        .map(name -> read(folder, MigrationFile.versioned(name, name + SCRIPT).called(name)))
        .toList();
  }

  private static MigrationFile read(SourceFolder folder, MigrationFile file) {
    return folder
        .text(file.path())
        .map(text -> file.withChecksums(List.of(Checksums.sha256(text.getBytes(UTF_8)))))
        .orElse(file);
  }
}
