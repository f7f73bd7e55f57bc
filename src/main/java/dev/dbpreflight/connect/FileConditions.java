package dev.dbpreflight.connect;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Logs;
import dev.dbpreflight.conditions.DatabaseFile.Presence;
import dev.dbpreflight.conditions.DatabaseFile.Store;
import dev.dbpreflight.conditions.FileContent;
import dev.dbpreflight.conditions.FileUser;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.ProcessTable.Blindness;
import dev.dbpreflight.connect.ProcessTable.Openers;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of a database file without asking SQLite. Attributes are read and links
 * followed; neither the file nor its log's index is opened, for closing it would give up the locks
 * that SQLite holds on it for this process.
 */
final class FileConditions {
  private static final Duration SEARCH = Duration.ofMillis(500);

  private final Path file;
  private final Deadline deadline;
  private final ProcessTable processes = ProcessTable.ofSystem();
  private final List<Unread> unread = new ArrayList<>();

  private FileConditions(Path file, Deadline deadline) {
    this.file = file;
    this.deadline = deadline;
  }

  /** Of a file that is only going to be made. */
  static Conditions ofMissing(Path given, Deadline deadline) {
    Path file = given.toAbsolutePath().normalize();
    return new FileConditions(file, deadline).missing();
  }

  /**
   * Of a file that is being looked at.
   *
   * @param copied SQLite reads a private copy, because it would have had to repair the file
   */
  static Conditions of(SqliteFiles files, boolean copied, Deadline deadline) {
    return new FileConditions(files.file(), deadline).there(files, copied);
  }

  private Conditions missing() {
    Path folder = file.getParent();
    boolean homeless = folder == null || Files.notExists(folder);
    FileRights rights = new FileRights(homeless ? file : folder, unread);
    return conditions(
        new DatabaseFile(
            file.toString(),
            homeless ? Presence.MISSING_WITH_FOLDER : Presence.MISSING,
            0,
            Logs.NONE,
            homeless ? Optional.empty() : store(folder),
            homeless ? List.of() : rights.faults("the folder for it", folder),
            false,
            List.of(),
            Optional.empty(),
            FileContent.NONE));
  }

  private Conditions there(SqliteFiles files, boolean copied) {
    List<FileUser> users = users(files);
    Optional<Store> store = store(file);
    FileRights rights = new FileRights(file, unread);
    return conditions(
        new DatabaseFile(
            file.toString(),
            Presence.THERE,
            size(file),
            logs(files, users, copied),
            store,
            faults(rights, files),
            rights.isOpenToAll(store.map(Store::type).orElse("")),
            users,
            Optional.empty(),
            FileContent.NONE));
  }

  private Conditions conditions(DatabaseFile seen) {
    Conditions known = Conditions.NONE.with(seen);
    for (Unread each : unread) {
      known = known.withUnread(each);
    }
    return known;
  }

  private List<DatabaseFile.Fault> faults(FileRights rights, SqliteFiles files) {
    List<DatabaseFile.Fault> faults = new ArrayList<>(rights.faults("the file", file));
    faults.addAll(rights.faults("its folder", file.getParent()));
    for (String suffix : List.of("-wal", "-shm", "-journal")) {
      if (Files.exists(files.beside(suffix))) {
        faults.addAll(rights.faults("its " + suffix + " file", files.beside(suffix)));
      }
    }
    return faults;
  }

  private List<FileUser> users(SqliteFiles files) {
    Openers openers = processes.openers(file, Deadline.after(deadline.atMost(SEARCH)));
    Optional<Blindness> ofLocks = processes.blindness();
    ofLocks.ifPresent(why -> blind(Topic.FILE_LOCKS, "who has the file locked", why));
    try {
      // Whoever has a log open shows it by a lock, and locks are shown to all users.
      boolean shown = isLogged(files) && ofLocks.isEmpty();
      openers
          .blindness()
          .filter(why -> !shown)
          .ifPresent(why -> blind(Topic.FILE_USERS, "who has the file open", why));
      return new FileUsers(files, processes, deadline).all(openers.pids());
    } catch (IOException | NumberFormatException e) {
      if (ofLocks.isEmpty()) {
        String reason = "the lock table of the system cannot be read";
        blind(Topic.FILE_LOCKS, "who has the file locked", new Blindness(reason, "run this again"));
      }
      return List.of();
    }
  }

  private void blind(Topic topic, String fact, Blindness why) {
    unread.add(new Unread(topic, fact, why.reason(), why.remedy()));
  }

  private Logs logs(SqliteFiles files, List<FileUser> users, boolean copied) {
    long log = size(files.log());
    boolean seen = unread.stream().noneMatch(each -> each.topic() == Topic.FILE_LOCKS);
    boolean written = users.stream().anyMatch(user -> user.use() == FileUser.Use.WRITING);
    return new Logs(
        isLogged(files),
        log,
        copied && !written && files.holdsUndo(),
        log > 0 && seen && users.isEmpty());
  }

  private static boolean isLogged(SqliteFiles files) {
    try {
      return files.writesLog();
    } catch (IOException e) {
      return false;
    }
  }

  /** 0 where there is nothing. */
  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  private Optional<Store> store(Path place) {
    try {
      FileStore store = Files.getFileStore(place);
      return Optional.of(
          new Store(
              store.type(),
              FileSystems.isShared(store.type()),
              store.isReadOnly() || MountTable.isReadOnly(place, processes.mounts()),
              store.getUsableSpace()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | SecurityException e) {
      unread.add(
          new Unread(
              Topic.FILE_STORE,
              "the file system and its free space",
              "the system does not tell",
              "look yourself: df FILE"));
      return Optional.empty();
    }
  }
}
