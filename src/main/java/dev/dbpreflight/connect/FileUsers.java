package dev.dbpreflight.connect;

import static dev.dbpreflight.conditions.FileUser.Use.OPEN;
import static dev.dbpreflight.conditions.FileUser.Use.READING;
import static dev.dbpreflight.conditions.FileUser.Use.WRITING;

import dev.dbpreflight.conditions.FileUser;
import dev.dbpreflight.conditions.FileUser.Use;
import dev.dbpreflight.connect.FileLocks.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Who else uses a database file, by the locks that SQLite takes on certain bytes of it and of the
 * log's index. A healthy application holds most of them for an instant; only what is held all the
 * time that is looked counts.
 */
final class FileUsers {
  private static final Duration LONG = Duration.ofMillis(500);
  private static final long PAUSE_MILLIS = 50;

  // On the file, see "os.h" of SQLite: about to write alone, about to write, reading.
  private static final long PENDING = 0x40000000L;
  private static final long RESERVED = PENDING + 1;
  private static final long SHARED_FIRST = PENDING + 2;
  private static final long SHARED_LAST = PENDING + 511;

  /** On the log's index, see "WAL-mode File Format": somebody writes to the log. */
  private static final long LOG_WRITER = 120;

  /** On the log's index: somebody has it open. */
  private static final long LOG_OPEN = 128;

  private static final long NOBODY_KNOWN = -1;

  private final SqliteFiles files;
  private final ProcessTable processes;
  private final Deadline deadline;

  FileUsers(SqliteFiles files, ProcessTable processes, Deadline deadline) {
    this.files = files;
    this.processes = processes;
    this.deadline = deadline;
  }

  /**
   * The other processes, the strongest use first.
   *
   * @param openers that were found by their handles, whatever locks they hold
   */
  List<FileUser> all(List<Long> openers) throws IOException {
    Map<Long, Use> uses = lasting();
    openers.forEach(pid -> uses.putIfAbsent(pid, OPEN));
    return uses.entrySet().stream()
        .map(each -> user(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(FileUser::use)
                .reversed()
                .thenComparing(user -> user.pid().orElse(0)))
        .toList();
  }

  private FileUser user(long pid, Use use) {
    return pid == NOBODY_KNOWN
        ? new FileUser(OptionalLong.empty(), "", use)
        : new FileUser(OptionalLong.of(pid), processes.command(pid), use);
  }

  private Map<Long, Use> lasting() throws IOException {
    Map<Long, Use> uses = now();
    Deadline patience = Deadline.after(deadline.atMost(LONG));
    while (isBusy(uses) && !patience.passed()) {
      if (!pause()) {
        break;
      }
      Map<Long, Use> again = now();
      uses.replaceAll((pid, use) -> weaker(use, again.getOrDefault(pid, OPEN)));
    }
    return uses;
  }

  private static boolean isBusy(Map<Long, Use> uses) {
    return uses.values().stream().anyMatch(use -> use != OPEN);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Use weaker(Use one, Use other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Use stronger(Use one, Use other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Map<Long, Use> now() throws IOException {
    Map<Long, Use> uses = new TreeMap<>();
    Path index = files.beside("-shm");
    boolean logged = Files.exists(index);
    FileLocks.on(files.file(), processes)
        .filter(FileUsers::isOfSqlite)
        .forEach(lock -> note(uses, lock, ofFile(lock, logged)));
    if (logged) {
      FileLocks.on(index, processes)
          .filter(FileUsers::isOfSqlite)
          .filter(lock -> lock.covers(LOG_WRITER, LOG_OPEN))
          .forEach(lock -> note(uses, lock, ofIndex(lock)));
    }
    return uses;
  }

  /** Others take locks of another kind on whole files, for purposes of their own. */
  private static boolean isOfSqlite(Held lock) {
    return !lock.mechanism().equals("FLOCK") && lock.covers(0, SHARED_LAST);
  }

  private void note(Map<Long, Use> uses, Held lock, Use use) {
    long pid = lock.pid().orElse(NOBODY_KNOWN);
    if (!processes.isSelf(pid)) {
      uses.merge(pid, use, FileUsers::stronger);
    }
  }

  /** With a log, readers are in nobody's way, and everybody who has it open reads. */
  private static Use ofFile(Held lock, boolean logged) {
    if (lock.writing() && lock.covers(PENDING, SHARED_LAST)) {
      return WRITING;
    }
    return lock.covers(SHARED_FIRST, SHARED_LAST) && !logged ? READING : OPEN;
  }

  private static Use ofIndex(Held lock) {
    return lock.writing() && lock.covers(LOG_WRITER, LOG_WRITER) ? WRITING : OPEN;
  }
}
