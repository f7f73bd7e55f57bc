package dev.dbpreflight.connect;

import dev.dbpreflight.conditions.DatabaseFile.Fault;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Whether those who migrate may write. Who they are nobody says: the system's answer for this user
 * counts if the database belongs to this user, or if nobody at all may write. Else a refusal is
 * only told as not seen.
 */
final class FileRights {
  private static final String ROOT = "root";

  private final Path database;
  private final List<Unread> unread;
  private final String user = System.getProperty("user.name");

  /**
   * @param database the file, or the folder that it will be made in
   * @param unread where to note what only another user could tell
   */
  FileRights(Path database, List<Unread> unread) {
    this.database = database;
    this.unread = unread;
  }

  /** What keeps them from writing to this. */
  List<Fault> faults(String place, Path path) {
    if (Files.isWritable(path) || !Files.exists(path)) {
      return List.of();
    }
    if (isOwner() || isForNobody(path)) {
      return List.of(new Fault(place, described(path)));
    }
    unread.add(
        new Unread(
            Topic.FILE_RIGHTS,
            "whether the user who migrates may write to " + place,
            "this user, " + user + ", may not, and does not own the database",
            "run this as the user who migrates"));
    return List.of();
  }

  private boolean isOwner() {
    return user.equals(ROOT) || user.equals(owner(database));
  }

  private static boolean isForNobody(Path path) {
    Set<PosixFilePermission> mode = mode(path);
    return !mode.isEmpty()
        && !mode.contains(PosixFilePermission.OWNER_WRITE)
        && !mode.contains(PosixFilePermission.GROUP_WRITE)
        && !mode.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private String described(Path path) {
    Set<PosixFilePermission> mode = mode(path);
    if (isOwner() && mode.contains(PosixFilePermission.OWNER_WRITE)) {
      return "belongs to " + owner(path) + ", and the system refuses";
    }
    return (mode.isEmpty() ? "" : "has mode " + PosixFilePermissions.toString(mode) + " and ")
        + "belongs to "
        + owner(path);
  }

  private static String owner(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "somebody unknown";
    }
  }

  /** Empty where the system has no such thing. */
  private static Set<PosixFilePermission> mode(Path path) {
    try {
      return Files.getPosixFilePermissions(path);
    } catch (IOException | UnsupportedOperationException e) {
      return Set.of();
    }
  }

  /**
   * Every user of the machine may write to the file, and can get there.
   *
   * @param type of the file system
   */
  boolean isOpenToAll(String type) {
    if (!FileSystems.hasRights(type)
        || !mode(database).contains(PosixFilePermission.OTHERS_WRITE)) {
      return false;
    }
    for (Path folder = database.getParent(); folder != null; folder = folder.getParent()) {
      if (!mode(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
