package dev.dbpreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Keeps the progress of runs, one line each, behind what earlier runs have written. */
final class LogFile implements AutoCloseable {
  private final Path path;
  private final BufferedWriter writer;

  private LogFile(Path path, BufferedWriter writer) {
    this.path = path;
    this.writer = writer;
  }

  static LogFile open(Path path) {
    try {
      Set<OpenOption> options = new HashSet<>(Set.of(CREATE, APPEND));
      if (!Files.isSymbolicLink(path)) {
        // Nor may it become one before it is opened.
        options.add(NOFOLLOW_LINKS);
      } else if (!isOurs(path)) {
        throw new FileSystemException(path.toString(), null, "somebody else's symbolic link");
      }
      OutputStream stream =
          Channels.newOutputStream(Files.newByteChannel(path, options, rights(path)));
      return new LogFile(path, new BufferedWriter(new OutputStreamWriter(stream, UTF_8)));
    } catch (IOException unwritable) {
      throw problem(path, "nothing was checked, so that no progress gets lost", unwritable);
    }
  }

  /** The system's own links, such as /dev/stderr, belong to root. */
  private static boolean isOurs(Path link) throws IOException {
    String owner = Files.getOwner(link, NOFOLLOW_LINKS).getName();
    return owner.equals(System.getProperty("user.name")) || owner.equals("root");
  }

  /** Of a file that is new: names of tables and hosts are nobody else's business. */
  private static FileAttribute<?>[] rights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  void add(String line) {
    try {
      writer.write(line + '\n');
      writer.flush();
    } catch (IOException lost) {
      throw problem(path, "the progress from here on is lost", lost);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException lost) {
      throw problem(path, "the end of the progress is lost", lost);
    }
  }

  private static ProblemException problem(Path path, String effect, IOException cause) {
    return new ProblemException(
        ExitCode.USAGE,
        new Problem(
            "cannot write the log file \"" + path + "\"",
            "option --log-file",
            effect,
            "name a file in a folder that exists and that you may write to",
            cause.toString()),
        cause);
  }
}
