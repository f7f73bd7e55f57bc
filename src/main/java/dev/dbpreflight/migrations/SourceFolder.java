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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files below one folder. Reading never stops at a bad one: it is remembered, and the others
 * are still read.
 */
final class SourceFolder {
  /** No migration is that large; something that was put there by mistake may be. */
  private static final long LIMIT = 64L << 20;

  /** Enough of a file to tell whose it is. */
  private static final int GLANCE = 64 << 10;

  private static final int FILES_GLANCED_AT = 5;
  private static final int DEPTH = 12;
  private static final int LEVELS_ABOVE = 6;

  private final Path root;
  private final String shown;
  private final List<Unread> unread = new ArrayList<>();
  private final Remembered remembered;

  private SourceFolder(Path root, String shown, Remembered remembered) {
    this.root = root;
    this.shown = shown;
    this.remembered = remembered;
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
              "cannot read the migrations in \"" + shown + "\": " + whatIsWrong(root),
              shown,
              "without them nobody can say what the release brings, so nothing was checked",
              "correct the path after --migrations"));
    }
    return new SourceFolder(root, shown, new Remembered());
  }

  /** The same folder, where nothing was found to be wrong yet. */
  SourceFolder afresh() {
    return new SourceFolder(root, shown, remembered);
  }

  private static String whatIsWrong(Path root) {
    if (Files.isDirectory(root)) {
      return "permission denied";
    }
    return Files.exists(root) ? "it is not a folder" : "there is no such folder";
  }

  /** Another folder, from this one's place. */
  Optional<SourceFolder> below(String path) {
    try {
      Path folder = root.resolve(path).normalize();
      String place = path.replaceFirst("^(\\./)+", "").replaceFirst("/$", "");
      String name = shown.isEmpty() ? place : place.equals(".") ? shown : shown + "/" + place;
      return Files.isDirectory(folder)
          ? Optional.of(new SourceFolder(folder, name, new Remembered()))
          : Optional.empty();
    } catch (InvalidPathException misspelt) {
      return Optional.empty();
    }
  }

  /** As the user may write it. */
  String shown() {
    return shown;
  }

  /** Whether both are the same place, however they are written. */
  boolean isSame(SourceFolder other) {
    return place().equals(other.place());
  }

  /** Whether its path ends with these names: "supabase/migrations". */
  boolean isCalled(String names) {
    return place().endsWith(names);
  }

  /** Whether a whole repository begins here. */
  boolean isRepository() {
    return has(".git");
  }

  /** The path of this folder on this machine: for comparing, never for showing. */
  String wholePath() {
    return place().toString().replace('\\', '/');
  }

  /** How to get from this folder to another one: "../common". */
  String wayTo(SourceFolder other) {
    return place().relativize(other.place()).toString().replace('\\', '/');
  }

  private Path place() {
    try {
      return root.toRealPath();
    } catch (IOException gone) {
      return root.toAbsolutePath().normalize();
    }
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  /**
   * The nearest folder that has a file of that name: this one, or one above it within the same
   * repository.
   */
  Optional<SourceFolder> nearest(String file) {
    Path folder = place();
    for (int level = 0; level <= LEVELS_ABOVE && folder != null; level++) {
      if (Files.exists(folder.resolve(file))) {
        return Optional.of(new SourceFolder(folder, shown, new Remembered()));
      }
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.empty();
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  /** Files in this folder itself, as names, sorted. */
  List<String> names() {
    return paths(1);
  }

  /** Files in this folder and those below it, with "/" between the parts, sorted. */
  List<String> paths() {
    return paths(DEPTH);
  }

  /** Like {@link #paths()}, only so many levels down. */
  List<String> paths(int depth) {
    return list(depth).files();
  }

  /** Folders in this folder itself, as names, sorted. */
  List<String> folders() {
    return list(1).folders();
  }

  private FileList list(int depth) {
    FileList list = remembered.list(root, depth);
    list.failures()
        .forEach(
            (path, failure) ->
                cannotRead(path.isEmpty() ? "." : path, 0, "cannot be listed: " + reason(failure)));
    return list;
  }

  /** The text of a file; empty when it is none, which is remembered. */
  Optional<String> text(String path) {
    return text(path, UTF_8);
  }

  Optional<String> text(String path, Charset encoding) {
    return bytes(path).flatMap(bytes -> decoded(path, bytes, encoding));
  }

  /** The text of content that was read from a file; empty when it is none, which is remembered. */
  Optional<String> decoded(String path, byte[] content, Charset encoding) {
    try {
      return Optional.of(encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException other) {
      cannotRead(path, 0, "is not valid " + encoding.name());
      return Optional.empty();
    }
  }

  /** The beginning of a file, as far as it is text; empty when there is none, which is no loss. */
  String glance(String path) {
    Path file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream content = Files.newInputStream(file)) {
      return new String(content.readNBytes(GLANCE), UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /**
   * Whether one of the first files of that name holds such a text: who is there with files of
   * another kind has them from the beginning.
   */
  boolean someFile(Pattern name, Pattern content) {
    return names().stream()
        .filter(each -> name.matcher(each).matches())
        .limit(FILES_GLANCED_AT)
        .anyMatch(each -> content.matcher(glance(each)).find());
  }

  /**
   * The place that a configuration file names, relative to this folder; empty when it names none.
   *
   * @param place its first group is the place
   */
  Optional<String> setting(String file, Pattern place) {
    Matcher matcher = place.matcher(glance(file));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The content of a file; empty when it cannot be read, which is remembered. */
  Optional<byte[]> bytes(String path) {
    Optional<byte[]> known = remembered.content(path);
    if (known.isPresent()) {
      return known;
    }
    Path file = root.resolve(path);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      // Not even opened: a pipe would keep its reader waiting.
      if (!attributes.isRegularFile()) {
        cannotRead(path, 0, "is not a file");
      } else if (attributes.size() > LIMIT) {
        cannotRead(path, 0, "is larger than " + (LIMIT >> 20) + " MiB");
      } else {
        byte[] content = Files.readAllBytes(file);
        remembered.keep(path, content);
        return Optional.of(content);
      }
    } catch (NoSuchFileException missing) {
      boolean link = Files.isSymbolicLink(file);
      cannotRead(path, 0, link ? "is a link to a file that does not exist" : "does not exist");
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
    return new Migrations(tool, shown, files, unread.stream().distinct().toList());
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied";
      case FileSystemLoopException loop -> "the link leads back to a folder above it";
      default -> failure.getClass().getSimpleName();
    };
  }
}
