package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files below one folder. Reading never stops at a bad one: it is remembered, and the others
 * are still read.
 */
final class SourceFolder {
  /** No migration is that large; something that was put there by mistake may be. */
  private static final long LIMIT = 64L << 20;

  private static final int DEPTH = 12;

  private final Path root;
  private final String shown;
  private final List<Unread> unread = new ArrayList<>();

  private SourceFolder(Path root, String shown) {
    this.root = root;
    this.shown = shown;
  }

  /**
   * @param shown the folder as the user wrote it, for messages
   * @throws ProblemException when it is no folder that can be read
   */
  static SourceFolder open(Path root, String shown) {
    if (!Files.isDirectory(root) || !Files.isReadable(root)) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              "cannot read the migrations in \""
                  + shown
                  + "\": "
                  + (Files.isDirectory(root) ? "permission denied" : "there is no such folder"),
              shown,
              "without them nobody can say what the release brings, so nothing was checked",
              "correct the path after --migrations"));
    }
    return new SourceFolder(root, shown);
  }

  /** Another folder, from this one's place. */
  Optional<SourceFolder> below(String path) {
    Path folder = root.resolve(path).normalize();
    return Files.isDirectory(folder)
        ? Optional.of(new SourceFolder(folder, shown.isEmpty() ? path : shown + "/" + path))
        : Optional.empty();
  }

  /** As the user may write it. */
  String shown() {
    return shown;
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  /** Files in this folder itself, as names, sorted. */
  List<String> names() {
    return paths(1);
  }

  /** Files in this folder and those below it, with "/" between the parts, sorted. */
  List<String> paths() {
    return paths(DEPTH);
  }

  private List<String> paths(int depth) {
    try (Stream<Path> all = Files.walk(root, depth, FileVisitOption.FOLLOW_LINKS)) {
      // A dangling link is a file that cannot be read; a folder is none.
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unlistable) {
      cannotRead(".", 0, "cannot be listed: " + reason(unlistable));
      return List.of();
    }
  }

  /** The text of a file; empty when it is none, which is remembered. */
  Optional<String> text(String path) {
    return bytes(path)
        .flatMap(
            bytes -> {
              try {
                return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
              } catch (CharacterCodingException other) {
                cannotRead(path, 0, "is not valid UTF-8");
                return Optional.empty();
              }
            });
  }

  /** The content of a file; empty when it cannot be read, which is remembered. */
  Optional<byte[]> bytes(String path) {
    Path file = root.resolve(path);
    try {
      if (Files.isSymbolicLink(file) && !Files.exists(file)) {
        cannotRead(path, 0, "is a link to a file that does not exist");
      } else if (!Files.isRegularFile(file)) {
        cannotRead(path, 0, "is not a file");
      } else if (Files.size(file) > LIMIT) {
        cannotRead(path, 0, "is larger than " + (LIMIT >> 20) + " MiB");
      } else {
        return Optional.of(Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      cannotRead(path, 0, "cannot be read: " + reason(unreadable));
    }
    return Optional.empty();
  }

  /**
   * Remembers a file that belongs to the migrations and is not understood.
   *
   * @param line from 1; zero when none can be named
   * @param reason lower case, no full stop
   */
  void cannotRead(String path, int line, String reason) {
    unread.add(new Unread(path, line, reason));
  }

  /** What was read here. */
  Migrations migrations(MigrationTool tool, List<MigrationFile> files) {
    return new Migrations(tool, shown, files, unread);
  }

  private static String reason(Exception failure) {
    return failure instanceof java.nio.file.AccessDeniedException
        ? "permission denied"
        : failure.getClass().getSimpleName();
  }
}
