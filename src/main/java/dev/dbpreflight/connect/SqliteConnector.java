package dev.dbpreflight.connect;

import dev.dbpreflight.connect.SqliteFiles.Way;
import dev.dbpreflight.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens a database file so that neither it nor its folder shows that somebody looked. */
final class SqliteConnector {
  private static final int OPEN_READ_ONLY = 0x1;
  private static final int OPEN_READ_WRITE = 0x2;
  private static final int OPEN_URI = 0x40;
  private static final int COPY_ATTEMPTS = 3;
  private static final long LOCK_PAUSE_MILLIS = 50;

  private final SqliteUrl url;
  private final ConnectOptions options;
  private final Deadline deadline;
  private final SqliteProblems problems;

  SqliteConnector(SqliteUrl url, ConnectOptions options) {
    this.url = url;
    this.options = options;
    this.deadline = options.deadline();
    this.problems = new SqliteProblems(url, deadline);
  }

  Session open() {
    Path file = url.file();
    if (url.missing()) {
      return session("jdbc:sqlite::memory:", OPEN_READ_WRITE, SqliteSession.Holdings.NONE);
    }
    if (Files.isDirectory(file)) {
      throw problems.notAFile("it is a folder", "give the path of the database file in it");
    }
    // Opening a pipe would wait for somebody to write into it.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw problems.notAFile("it is not a plain file", "give the path of a database file");
    }
    try {
      SqliteFiles files = SqliteFiles.open(file);
      requirePlain(files);
      return open(files);
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  /** SQLite opens what lies beside the file too, and would wait at a pipe there. */
  private void requirePlain(SqliteFiles files) {
    for (Path beside : files.allBeside()) {
      if (Files.exists(beside) && !Files.isRegularFile(beside)) {
        files.close();
        throw problems.notAFile(
            "\"" + beside.getFileName() + "\" beside it is not a plain file",
            "remove that: SQLite itself makes only plain files");
      }
    }
  }

  private Session open(SqliteFiles files) throws IOException {
    try {
      return switch (files.way()) {
        case COPIED -> openCopy(files);
        case IMMUTABLE -> openUnlocked(files);
        case LOCKED -> openLocked(files);
      };
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private Session openUnlocked(SqliteFiles files) throws IOException {
    SqliteFiles.Stamp stamp = files.stamp();
    String place = uri(files.file(), "mode=ro&immutable=1");
    return session(place, OPEN_READ_ONLY, new SqliteSession.Holdings(files, null, stamp));
  }

  private Session openLocked(SqliteFiles files) throws IOException {
    if (Files.exists(files.log())) {
      // With the lock nobody removes the log before SQLite has opened it, and would create it anew.
      awaitLock(files);
      if (files.way() != Way.LOCKED) {
        return open(files);
      }
    }
    String place = uri(files.file(), "mode=ro&readonly_shm=1");
    try {
      return SqliteSession.open(
          url,
          connect(place, OPEN_READ_ONLY),
          options,
          new SqliteSession.Holdings(files, null, null));
    } catch (SQLException e) {
      if (SqliteProblems.needsRepair(e)) {
        return openCopy(files);
      }
      throw problems.opening(e);
    }
  }

  private void awaitLock(SqliteFiles files) throws IOException {
    while (!files.tryLock()) {
      if (deadline.passed()) {
        throw problems.locked();
      }
      try {
        Thread.sleep(LOCK_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw problems.locked();
      }
    }
  }

  private Session openCopy(SqliteFiles files) throws IOException {
    awaitLock(files);
    for (int attempt = 1; attempt <= COPY_ATTEMPTS; attempt++) {
      SqliteFiles.Stamp before = files.stamp();
      PrivateCopy copy = copy(files);
      if (files.stamp().equals(before)) {
        return session(files, copy);
      }
      copy.close();
    }
    throw problems.changing();
  }

  private Session session(SqliteFiles files, PrivateCopy copy) {
    String place = uri(copy.file(), "mode=rw");
    try {
      return session(place, OPEN_READ_WRITE, new SqliteSession.Holdings(files, copy, null));
    } catch (ProblemException e) {
      copy.close();
      throw e;
    }
  }

  private PrivateCopy copy(SqliteFiles files) throws IOException {
    try {
      return PrivateCopy.of(files, deadline);
    } catch (PrivateCopy.TooSlow e) {
      throw problems.timeRanOut("a private copy of the file, to undo what a crash left half done");
    } catch (IOException e) {
      throw problems.noCopy(e);
    }
  }

  private Session session(String place, int mode, SqliteSession.Holdings holdings) {
    try {
      return SqliteSession.open(url, connect(place, mode), options, holdings);
    } catch (SQLException e) {
      throw problems.opening(e);
    }
  }

  private Connection connect(String place, int mode) throws SQLException {
    Properties properties = new Properties();
    properties.put("open_mode", "" + (mode | OPEN_URI));
    properties.put("busy_timeout", "" + Deadline.millis(deadline.remaining()));
    return Drivers.of(Drivers.SQLITE).connect(place, properties);
  }

  private static String uri(Path file, String query) {
    String path = file.toAbsolutePath().toString().replace(File.separatorChar, '/');
    String rooted = path.startsWith("/") ? path : "/" + path;
    return "jdbc:sqlite:file:" + PercentCoding.encodeStrictly(rooted) + "?" + query;
  }
}
