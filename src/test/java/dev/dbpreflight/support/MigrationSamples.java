package dev.dbpreflight.support;

import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Trouble;
import dev.dbpreflight.model.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Migration files and histories, made by hand. */
public final class MigrationSamples {
  private MigrationSamples() {}

  /** A file of that id, named after it. */
  public static MigrationFile file(String id) {
    return MigrationFile.versioned(id, id + ".sql");
  }

  public static MigrationFile ofKind(Kind kind, String id) {
    return new MigrationFile(
        id,
        id,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        kind.name().charAt(0) + id + ".sql",
        1,
        kind,
        List.of(),
        true,
        WayDown.UNKNOWN);
  }

  /** A file that stands for others. */
  public static MigrationFile squash(String id, String... replaces) {
    return new MigrationFile(
        id,
        id,
        List.of(),
        List.of(),
        List.of(),
        List.of(replaces),
        id + ".py",
        1,
        Kind.VERSIONED,
        List.of(),
        true,
        WayDown.UNKNOWN);
  }

  public static Migrations files(MigrationTool tool, MigrationFile... files) {
    return new Migrations(tool, "migrations", List.of(files), List.of());
  }

  /** Files that follow each other. */
  public static Migrations line(MigrationTool tool, String... ids) {
    return files(
        tool, Arrays.stream(ids).map(MigrationSamples::file).toArray(MigrationFile[]::new));
  }

  /** The history of a tool, in a table of its name. */
  public static History history(MigrationTool tool, String... ids) {
    return history(
        tool,
        Arrays.stream(ids)
            .map(id -> AppliedMigration.of(MigrationId.of(tool, id)))
            .toArray(AppliedMigration[]::new));
  }

  /** One of which something went wrong. */
  public static History troubled(MigrationTool tool, Trouble trouble, String... ids) {
    return with(history(tool, ids), List.of(trouble), List.of());
  }

  /** One with a lock. */
  public static History locked(MigrationTool tool, MigrationLock lock, String... ids) {
    return with(history(tool, ids), List.of(), List.of(lock));
  }

  public static History with(History history, List<Trouble> troubles, List<MigrationLock> locks) {
    return new History(
        history.tool(),
        history.table(),
        history.companions(),
        history.revisions(),
        history.applied(),
        troubles,
        locks,
        history.unread(),
        history.remedy());
  }

  /** One whose rows may not be read. */
  public static History unread(MigrationTool tool) {
    ObjectName table = table(tool);
    return new History(
        tool,
        table,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "permission denied for table " + table.name(),
        "GRANT SELECT ON " + table + " TO looker");
  }

  private static ObjectName table(MigrationTool tool) {
    return new ObjectName("public", "history_of_" + tool.name().toLowerCase(Locale.ROOT));
  }

  public static History history(MigrationTool tool, AppliedMigration... applied) {
    List<String> newest =
        applied.length == 0 ? List.of() : List.of(applied[applied.length - 1].id());
    return new History(
        tool, table(tool), List.of(), newest, List.of(applied), List.of(), List.of());
  }
}
