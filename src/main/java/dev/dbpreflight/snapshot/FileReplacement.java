package dev.dbpreflight.snapshot;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file in one step: a reader sees the old content or the new one, also after a crash.
 */
public final class FileReplacement {
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path file;
  private final String noun;
  private final Path folder;
  private final Path draft;

  private FileReplacement(Path file, String noun) {
    this.file = file;
    this.noun = noun;
    if (file.getFileName() == null) {
      throw problem("it is a directory", "name another file", null);
    }
    this.folder = file.toAbsolutePath().getParent();
    // The name of the draft is new and unknown, and it is created, never opened: nobody can have
    // put a link there.
    this.draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /**
   * What writes the new content; it may be called on a stream whose content is then thrown away.
   */
  public interface Content {
    void write(OutputStream stream) throws IOException;
  }

  /**
   * Writes the whole file or nothing, never through a link. A file that has the content already is
   * not touched.
   *
   * @param noun what is written, for messages: "snapshot"
   * @return whether the file has another content than before
   * @throws ProblemException when it cannot be written
   */
  public static boolean replace(Path file, String noun, Content content) {
    return new FileReplacement(file, noun).replace(content);
  }

  private boolean replace(Content content) {
    if (Files.isSymbolicLink(file)) {
      throw problem("it is a symbolic link", "name the file that it leads to", null);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "a directory" : "not a regular file";
      throw problem("it is " + what, "name another file", null);
    }
    try {
      Files.createDirectories(folder);
      return writeAndMove(content);
    } catch (AccessDeniedException e) {
      throw problem("permission denied", "choose a folder that you may write to", e);
    } catch (IOException e) {
      throw problem(reason(e), "choose another file, or make room on the disk", e);
    }
  }

  private boolean writeAndMove(Content content) throws IOException {
    try {
      writeDraft(content);
      boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      if (exists && Files.mismatch(draft, file) < 0) {
        return false;
      }
      if (exists) {
        keepRights();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void writeDraft(Content content) throws IOException {
    Set<StandardOpenOption> create =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(draft, create, rights());
        OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.write(stream);
      stream.flush();
      channel.force(true);
    }
  }

  /** The user's mask may take more away; nobody else may ever write. */
  private FileAttribute<?>[] rights() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(READABLE)}
        : new FileAttribute<?>[0];
  }

  private void keepRights() throws IOException {
    if (isPosix()) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
    }
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    String told = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return told == null ? "the operating system reports an error" : told;
  }

  private ProblemException problem(String what, String next, Exception cause) {
    Problem problem =
        new Problem(
            "cannot write the " + noun + " \"" + file + "\": " + what,
            file.toString(),
            "the " + noun + " is lost",
            next,
            cause == null ? "" : cause.toString());
    return new ProblemException(ExitCode.USAGE, problem, cause);
  }
}
