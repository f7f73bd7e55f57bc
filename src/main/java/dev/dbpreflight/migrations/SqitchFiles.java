package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The plan of Sqitch, and the scripts that it names. */
final class SqitchFiles implements Convention {
  private static final String CONFIGURATION = "sqitch.conf";
  private static final Pattern OWN_TRANSACTION =
      Pattern.compile("(?:BEGIN|START TRANSACTION)\\b.*");

  @Override
  public MigrationTool tool() {
    return MigrationTool.SQITCH;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of(".", "sqitch", "db", "database");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.has(place(folder, "plan_file", "sqitch.plan"));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    String plan = place(folder, "plan_file", "sqitch.plan");
    String deploy = place(folder, "deploy_dir", "deploy");
    String revert = place(folder, "revert_dir", "revert");
    String extension = setting(folder, "extension").orElse("sql");
    List<MigrationFile> files =
        SqitchPlan.read(folder, plan).stream()
            .map(
                change ->
                    read(
                        folder,
                        change,
                        deploy + "/" + change.name() + "." + extension,
                        revert + "/" + change.name() + "." + extension))
            .toList();
    return folder.migrations(tool(), files);
  }

  private static MigrationFile read(
      SourceFolder folder, SqitchPlan.Change change, String script, String revert) {
    MigrationFile file =
        MigrationFile.versioned(change.id(), script)
            .called(change.name())
            .ofKind(change.reworked() ? Kind.REPEATABLE : Kind.VERSIONED)
            .dependingOn(change.requires())
            .labelled(change.tags())
            .withWayDown(
                folder.has(revert) ? Directives.wayDown(folder.glance(revert)) : WayDown.ABSENT);
    Optional<byte[]> content = folder.bytes(script);
    return content
        .map(
            bytes ->
                file.withChecksums(List.of(Checksums.sha1(bytes)))
                    .withTransaction(inTransaction(folder, script, bytes)))
        .orElse(file);
  }

  /** The programs that run a script commit each statement, unless the script says otherwise. */
  private static boolean inTransaction(SourceFolder folder, String script, byte[] content) {
    return folder
        .decoded(script, content, UTF_8)
        .filter(
            text ->
                SqlStatements.in(text).stream()
                    .anyMatch(statement -> OWN_TRANSACTION.matcher(statement).matches()))
        .isPresent();
  }

  private static String place(SourceFolder folder, String key, String usual) {
    Optional<String> named = setting(folder, key);
    String top = setting(folder, "top_dir").filter(place -> !place.equals(".")).orElse("");
    return named.orElse(top.isEmpty() ? usual : top.replaceFirst("/$", "") + "/" + usual);
  }

  private static Optional<String> setting(SourceFolder folder, String key) {
    return folder.setting(
        CONFIGURATION, Pattern.compile("(?m)^[ \\t]*" + key + "[ \\t]*=[ \\t]*([^#;\\s]+)"));
  }
}
