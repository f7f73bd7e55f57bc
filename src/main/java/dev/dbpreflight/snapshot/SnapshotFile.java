package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Snapshots as files. */
public final class SnapshotFile {
  private static final long MOST_BYTES = 256L << 20;

  private SnapshotFile() {}

  /** Reads a snapshot of any engine. */
  public static Snapshot read(Path file) {
    Source source = new Source(file.toString());
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw source.problem("it is a directory", "name a file in it");
      }
      if (!attributes.isRegularFile()) {
        throw source.problem("it is not a regular file", "copy it to a file and name that");
      }
      if (attributes.size() > MOST_BYTES) {
        throw source.problem(
            "it has " + attributes.size() + " bytes, more than the " + MOST_BYTES + " allowed",
            "name a file that was written by: dbpreflight snapshot");
      }
      try (InputStream stream = Files.newInputStream(file)) {
        return SnapshotParser.read(stream, source);
      }
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** Reads a snapshot that has to be of this engine. */
  public static Snapshot read(Path file, Engine engine) {
    Snapshot snapshot = read(file);
    Engine actual = snapshot.schema().engine();
    if (actual != engine) {
      throw new Source(file.toString())
          .problem(
              "it is of " + actual.title() + ", expected one of " + engine.title(),
              "name a snapshot that was taken of " + engine.title());
    }
    return snapshot;
  }

  /**
   * Writes a snapshot: whole or not at all, never through a symbolic link. A file that has the
   * content already is not touched.
   *
   * @return whether the file has changed or is new
   */
  public static boolean write(Path file, Snapshot snapshot) {
    return FileReplacement.replace(
        file, "snapshot", stream -> SnapshotWriter.write(snapshot, stream));
  }

  private static ProblemException unreadable(Source source, IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          source.problem(
              "there is no such file", "correct the name, or take it with: dbpreflight snapshot");
      case AccessDeniedException denied ->
          source.problem("permission denied", "give yourself the right to read the file");
      default ->
          source.problem(
              "the operating system reports an error",
              "check the file and its disk, then run again",
              e.toString(),
              e);
    };
  }
}
