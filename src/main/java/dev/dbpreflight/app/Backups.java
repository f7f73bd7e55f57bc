package dev.dbpreflight.app;

import dev.dbpreflight.backup.BackupFile;
import dev.dbpreflight.backup.BackupKind;
import dev.dbpreflight.backup.FoundBackup;
import dev.dbpreflight.checks.BackupSetting;
import dev.dbpreflight.checks.BackupSetting.ByCommand;
import dev.dbpreflight.checks.BackupSetting.Depth;
import dev.dbpreflight.checks.BackupSetting.InFile;
import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.conditions.Backup.Wish;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.BackupContents.Held;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.postgres.ServerIdentity;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks at the backup that a check file names, and at what the target holds beside it. */
final class Backups {
  private final BackupSetting setting;
  private final Surroundings surroundings;
  private final ConnectOptions options;
  private Map<ObjectName, Size> target = Map.of();
  private Optional<Unread> unreadTarget = Optional.empty();
  private Optional<ServerIdentity> identity = Optional.empty();

  Backups(BackupSetting setting, Surroundings surroundings, ConnectOptions options) {
    this.setting = setting;
    this.surroundings = surroundings;
    this.options = options;
  }

  /** In the session of the observation: one round trip, one more where a restore is wanted. */
  void ask(Session session) {
    if (!(setting instanceof InFile file)) {
      return;
    }
    try {
      target = Wiring.tableSizes(session.engine()).known(session);
      noteUnknown(session.engine());
      if (file.depth() == Depth.RESTORE && session.engine() == Engine.POSTGRESQL) {
        identity = Optional.of(ServerIdentity.of(session));
      }
    } catch (ProblemException refused) {
      unreadTarget = Optional.of(rows(refused.problem().what(), refused.problem().next()));
    }
  }

  private void noteUnknown(Engine engine) {
    long unknown = target.values().stream().filter(size -> size.rows().isEmpty()).count();
    if (engine == Engine.POSTGRESQL && unknown > 0) {
      unreadTarget =
          Optional.of(
              rows(
                  unknown == 1
                      ? "one table of the target was never analyzed"
                      : unknown + " tables of the target were never analyzed",
                  "ANALYZE"));
    }
  }

  private static Unread rows(String reason, String remedy) {
    return new Unread(Topic.BACKUP_ROWS, "the number of rows", reason, remedy);
  }

  /** After the database has been let go. */
  Conditions look(Engine engine, Conditions known) {
    surroundings.progress().begins("looking at the backup", setting.written());
    Backup backup =
        Backup.of(
            new Wish(
                setting.written(),
                surroundings.clock().instant(),
                setting.maxAge(),
                setting instanceof InFile,
                setting instanceof InFile file && file.depth() == Depth.RESTORE));
    return switch (setting) {
      case ByCommand command ->
          new BackupCommand(command, surroundings).ask(backup, known, options.deadline());
      case InFile file -> look(file, engine, backup.withTarget(target), known);
    };
  }

  private Conditions look(InFile file, Engine engine, Backup backup, Conditions known) {
    try {
      Optional<Path> found = BackupFiles.find(surroundings.folder().resolve(file.path()));
      if (found.isEmpty()) {
        boolean pattern = BackupFiles.isPattern(file.path().getFileName().toString());
        return known.with(
            backup.withAbsence(
                (pattern ? "no file fits \"%s\"" : "there is no file \"%s\"")
                    .formatted(file.written())));
      }
      return look(found.get(), file, engine, backup, known);
    } catch (IOException unreadable) {
      return unread(backup, known, words(unreadable), "the right to read it, for this user");
    }
  }

  private static String words(IOException unreadable) {
    return unreadable instanceof AccessDeniedException
        ? "permission denied"
        : "the system does not let it be read";
  }

  private static Conditions unread(Backup backup, Conditions known, String reason, String remedy) {
    Conditions all = known.with(backup);
    for (Topic topic :
        List.of(
            Topic.BACKUP,
            Topic.BACKUP_AGE,
            Topic.BACKUP_DAMAGE,
            Topic.BACKUP_TABLES,
            Topic.BACKUP_ROWS,
            Topic.BACKUP_RESTORE)) {
      all = all.withUnread(new Unread(topic, "the backup", reason, remedy));
    }
    return all;
  }

  private Conditions look(Path path, InFile file, Engine engine, Backup backup, Conditions known)
      throws IOException {
    FoundBackup found =
        new BackupFile(
                path,
                file.depth() != Depth.TOC,
                ZoneId.systemDefault(),
                () -> options.deadline().passed())
            .read();
    Backup seen = found.made().map(backup::withMade).orElse(backup);
    boolean foreign =
        engine == Engine.SQLITE ? found.kind().ofPostgres() : found.kind() == BackupKind.SQLITE;
    if (foreign) {
      return known.with(
          seen.withContents(
              BackupContents.damaged(
                  found.kind().title(),
                  "it is of another engine: %s".formatted(found.kind().title()))));
    }
    if (found.kind() == BackupKind.SQLITE) {
      return sqlite(path, file, seen, known);
    }
    Conditions all = known;
    for (Unread unread : found.unread()) {
      all = all.withUnread(unread);
    }
    seen = found.contents().map(seen::withContents).orElse(seen);
    if (found.contents().filter(contents -> contents.damage().isEmpty()).isPresent()) {
      all = unreadTarget.map(all::withUnread).orElse(all);
    }
    return file.depth() == Depth.RESTORE
        ? restore(path, file, found.kind(), seen, all)
        : all.with(seen);
  }

  private Conditions sqlite(Path path, InFile file, Backup backup, Conditions known)
      throws IOException {
    SqliteBackup copy = new SqliteBackup(options);
    try {
      Backup seen = backup.withContents(copy.read(path).contents());
      return known.with(
          file.depth() == Depth.RESTORE ? seen.withRestored(copy.restore(path)) : seen);
    } catch (ProblemException late) {
      return unread(backup, known, late.problem().what(), late.problem().next());
    }
  }

  private Conditions restore(
      Path path, InFile file, BackupKind kind, Backup backup, Conditions known) {
    if (identity.isEmpty()) {
      return notRestored(backup, known, "the target did not say which it is", "a working target");
    }
    surroundings.progress().begins("restoring the backup", file.written());
    try {
      RestoredBackup restored =
          new PostgresRestore(surroundings, options)
              .restore(path, kind, file.restoreTo(), identity.get());
      return known.with(withCounted(backup, restored));
    } catch (PostgresRestore.NotTried reason) {
      return notRestored(backup, known, reason.getMessage(), reason.remedy());
    }
  }

  private static Conditions notRestored(
      Backup backup, Conditions known, String reason, String remedy) {
    return known
        .with(backup)
        .withUnread(new Unread(Topic.BACKUP_RESTORE, "what a restore brings", reason, remedy));
  }

  /** What was counted after the restore counts more than what was counted in the file. */
  private static Backup withCounted(Backup backup, RestoredBackup restored) {
    if (restored.schema().isEmpty() || backup.contents().isEmpty()) {
      return backup.withRestored(restored);
    }
    BackupContents contents = backup.contents().get();
    SortedMap<ObjectName, Held> tables = new TreeMap<>(contents.tables());
    Map<ObjectName, String> lost = new HashMap<>();
    restored
        .rows()
        .forEach(
            (table, rows) -> {
              Held before = tables.put(table, new Held(true, Size.counted(rows)));
              if (before != null && before.size().rows().orElse(rows) != rows) {
                lost.put(
                    table,
                    "table \"%s\" has %d rows after it, and %d in the archive"
                        .formatted(table, rows, before.size().rows().getAsLong()));
              }
            });
    Optional<String> failure = lost.values().stream().sorted().findFirst();
    return backup
        .withContents(
            new BackupContents(contents.format(), contents.damage(), contents.listed(), tables))
        .withRestored(
            new RestoredBackup(
                restored.failure().or(() -> failure), restored.schema(), restored.rows()));
  }
}
